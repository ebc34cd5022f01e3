package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Write;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What the modes of writing ask of a silver table: a time that is always there, scopes that are part of its key. */
public final class WriteModes implements Inspection {
    private static final Set<DataType> TIMES =
            Set.of(DataTypes.DateType, DataTypes.TimestampType, DataTypes.TimestampNTZType);
    private static final List<String> OF_A_HISTORY =
            List.of(SilverTable.VALID_FROM, SilverTable.VALID_TO, SilverTable.CURRENT);

    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(SilverTable.class)
                .filter(table -> table.sound("write"))
                .forEach(table -> KnownColumns.of(table, declared).ifPresent(known -> {
                    var write = table.value().write();
                    if (write instanceof Write.Append append) {
                        known.missing(append.time(), "time")
                                .or(() -> noTime(table.value(), append.time(), "time"))
                                .ifPresent(said -> problems.accept(table.problem(said, "write", "time")));
                    }
                    if (write instanceof Write.Snapshot snapshot) {
                        scope(table, snapshot, problems);
                    }
                    if (write instanceof Write.Cdc && write.latestBy().isEmpty()) {
                        problems.accept(table.problem(
                                "invalid 'latest_by': found an empty list, expected at least one",
                                "write",
                                "latest_by"));
                    } else if (write.history()) {
                        history(table, known, declared, problems);
                    }
                }));
    }

    private static void scope(Declared<SilverTable> table, Write.Snapshot snapshot, Consumer<Problem> problems) {
        var grain = table.value().grain();
        for (var index = 0; index < snapshot.scope().size(); index++) {
            var name = snapshot.scope().get(index);
            if (table.sound("grain") && !grain.contains(name)) {
                problems.accept(table.problem(
                        "invalid 'scope': found '" + name + "', expected a column of the grain"
                                + Nearest.remedy(name, grain),
                        "write",
                        "scope",
                        "" + index));
            }
        }
    }

    private static void history(
            Declared<SilverTable> table, KnownColumns known, Declarations declared, Consumer<Problem> problems) {
        OF_A_HISTORY.stream()
                .filter(known.names()::contains)
                .forEach(name -> problems.accept(table.problem(
                        "column '" + name + "' is a column of its history too, expected another name",
                        "write",
                        "history")));
        var history = table.value().history().orElseThrow();
        declared.tables().stream()
                .filter(other -> other.sound("table") && other.value().table().equals(history))
                .forEach(other -> problems.accept(other.problem(
                        "'" + history + "' is the history of '" + table.value().table() + "', expected another name",
                        "table")));
        if (!(table.value().write() instanceof Write.Snapshot)) {
            var first = table.value().write().latestBy().get(0);
            if (known.and(BronzeTable.TECHNICAL).missing(first, "latest_by").isEmpty()) {
                noTime(table.value(), first, "latest_by")
                        .ifPresent(said -> problems.accept(table.problem(said, "write", "latest_by")));
            }
        }
    }

    private static Optional<String> noTime(SilverTable table, String name, String key) {
        var sound = table.columns().stream()
                .filter(column -> column.name().equals(name))
                .filter(column -> column.required() || table.grain().contains(name))
                .map(Column::type)
                .anyMatch(TIMES::contains);
        return sound || name.equals("_data_date")
                ? Optional.empty()
                : Optional.of("invalid '" + key + "': found '" + name
                        + "' where a time is needed, expected a column that is a required date or timestamp");
    }
}
