package com.turanmart.lakehouse.silver;

import static org.apache.spark.sql.functions.col;

import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.quarantine.DecisionLog;
import com.turanmart.lakehouse.core.quarantine.Decisions;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a silver table has not taken in yet: rows that its bronze table gained, and older ones that were released from
 * quarantine since.
 *
 * @param rows of bronze, as they were sent
 * @param taken how far the table has come when it has taken them
 */
record News(Dataset<Row> rows, Map<String, Long> taken, Decisions decisions) {

    /** Empty when there is nothing new. */
    static Optional<News> of(Tables tables, SilverTable table, Mode mode) {
        var input = table.inputs().get(0);
        var to = tables.version(input);
        if (to.isEmpty()) {
            return Optional.empty();
        }
        var source = tables.incarnation(input);
        var taken = tables.stamp(table.table()).map(Stamp::inputs).orElse(Map.of());
        var decisions = new DecisionLog(tables).about(table.table());
        var position = new TreeMap<>(decisions.position());
        position.put(source, to.getAsLong());
        var from = Optional.ofNullable(taken.get(source));
        if (from.isEmpty()) {
            // The table as it stands: the changes since its beginning may be cleaned up by now.
            var all = tables.read(input, to.getAsLong());
            return Optional.of(new News(decisions.withoutDiscarded(all), position, decisions));
        }
        var released = decisions.releasedSince(taken);
        var gained = from.get() < to.getAsLong()
                ? Optional.of(sent(tables.changes(input, from.get(), to.getAsLong())))
                : Optional.<Dataset<Row>>empty();
        // A released row of what was gained is in it already.
        var again = released.isEmpty()
                ? Optional.<Dataset<Row>>empty()
                : Optional.of(Decisions.rowsOf(released, tables.read(input, from.get())));
        return Stream.of(gained, again)
                .flatMap(Optional::stream)
                .reduce((rows, others) -> rows.unionByName(others, true))
                .map(rows -> mode.seen(rows, () -> tables.read(input, to.getAsLong())))
                .map(rows -> new News(decisions.withoutDiscarded(rows), position, decisions));
    }

    /** Without what Delta says of a change: bronze is only appended to. */
    private static Dataset<Row> sent(Dataset<Row> changes) {
        return changes.select(Stream.of(changes.columns())
                .filter(name -> !name.matches("_change_type|_commit_version|_commit_timestamp"))
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new));
    }
}
