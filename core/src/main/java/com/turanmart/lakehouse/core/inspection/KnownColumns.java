package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.SqlFile;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.sql.Parsed;
import com.turanmart.lakehouse.core.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The columns of a declared table, when all of them are known for certain. */
public record KnownColumns(String table, List<String> names) {

    /** The columns of a table that another one reads; its giver may give more than one. */
    static Optional<KnownColumns> ofInput(TableName input, Declarations all) {
        var giver = all.table(input);
        var columns = giver.flatMap(declared -> of(declared, all));
        return giver.map(Declared::value)
                        .filter(SilverTable.class::isInstance)
                        .flatMap(silver -> ((SilverTable) silver).history())
                        .equals(Optional.of(input))
                ? columns.map(known -> new KnownColumns(
                        input.toString(),
                        known.and(List.of(SilverTable.VALID_FROM, SilverTable.VALID_TO, SilverTable.CURRENT))
                                .names()))
                : columns;
    }

    /** Empty when a mistake that was reported elsewhere hides a column. */
    public static Optional<KnownColumns> of(Declared<? extends Table> declared, Declarations all) {
        var table = declared.value();
        var name = declared.sound("table")
                ? table.table().toString()
                : table.layer().word() + "." + declared.stem();
        if (table instanceof BronzeTable bronze) {
            return Optional.of(bronze.columns())
                    .filter(names -> declared.complete("columns"))
                    .map(names -> new KnownColumns(name, names));
        }
        if (table instanceof SilverTable silver) {
            return Optional.of(silver.columns())
                    .filter(columns -> declared.complete("columns")
                            && IntStream.range(0, columns.size())
                                    .allMatch(i -> declared.sound("columns", "" + i, "name")))
                    .map(columns -> new KnownColumns(
                            name,
                            columns.stream()
                                    .filter(Column::isStored)
                                    .map(Column::name)
                                    .toList()));
        }
        return all.sql(declared.as(SqlTable.class))
                .flatMap(SqlFile::text)
                .map(SqlText::parse)
                .flatMap(Parsed::value)
                .filter(sql ->
                        sql.output().stars().isEmpty() && sql.output().unnamed().isEmpty())
                .map(sql -> new KnownColumns(name, sql.output().columns()));
    }

    /** Of a silver table also the columns that it has while it is made and does not store. */
    public static Optional<KnownColumns> whileMade(Declared<? extends Table> declared, Declarations all) {
        var dropped = declared.value() instanceof SilverTable silver
                ? silver.columns().stream()
                        .filter(column -> !column.isStored())
                        .map(Column::name)
                        .toList()
                : List.<String>of();
        return of(declared, all).map(known -> known.and(dropped));
    }

    KnownColumns and(List<String> others) {
        List<String> names = new ArrayList<>(this.names);
        names.addAll(others);
        return new KnownColumns(table, List.copyOf(names));
    }

    KnownColumns only(Predicate<String> wanted) {
        return new KnownColumns(table, names.stream().filter(wanted).toList());
    }

    /** What is wrong with a name that must be one of these columns, written as they are. */
    public Optional<String> missing(String name, String key) {
        return names.contains(name)
                ? Optional.empty()
                : Optional.of("unknown column '" + name + "' of " + table + " in '" + key + "'"
                        + Nearest.remedy(name, names));
    }

    /** The same for a name in SQL, where capitals do not matter. */
    Optional<String> missingInSql(String name, String key) {
        return missing(names.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name), key);
    }
}
