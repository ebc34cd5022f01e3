package com.turanmart.lakehouse.silver.privacy;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.Privacy.Pseudonym;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructType;

/** Under which key the pseudonyms of a table were made: in the metadata of their columns. */
public final class KeyMark {
    static final String NAME = "pseudonym_key";

    private KeyMark() {}

    static String of(Pseudonym pseudonym) {
        return pseudonym.version() + ":" + PseudonymKey.at(pseudonym.secret()).fingerprint();
    }

    public static boolean isIn(SilverTable table) {
        return !pseudonyms(table).isEmpty();
    }

    /** Refuses, before anything is written, when a key is not there. */
    public static void requireKeys(SilverTable table) {
        pseudonyms(table).values().forEach(KeyMark::of);
    }

    /** Refuses pseudonyms that would not meet those that the table has. */
    public static void requireSame(SilverTable table, StructType stored) {
        pseudonyms(table).forEach((name, pseudonym) -> {
            if (!List.of(stored.fieldNames()).contains(name)) {
                // Of a column that is not there yet the table's shape is refused.
                return;
            }
            var metadata = stored.apply(name).metadata();
            var made = metadata.contains(NAME) ? metadata.getString(NAME) : "none";
            if (!made.equals(of(pseudonym))) {
                throw new Refusal(
                        ExitCode.WRONG_CALL,
                        table.table() + ": column " + name + " was made under key " + made
                                + ", now it is key " + of(pseudonym)
                                + " (version:fingerprint). Give the old key back; or, to change it, count up version and"
                                + " move the table away with those that read it, so that they are made anew.");
            }
        });
    }

    private static Map<String, Pseudonym> pseudonyms(SilverTable table) {
        return table.columns().stream()
                .filter(column ->
                        column.privacy().filter(Pseudonym.class::isInstance).isPresent())
                .collect(Collectors.toMap(
                        Column::name, column -> (Pseudonym) column.privacy().orElseThrow()));
    }
}
