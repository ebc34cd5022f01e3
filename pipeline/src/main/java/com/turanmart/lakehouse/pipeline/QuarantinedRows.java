package com.turanmart.lakehouse.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.quarantine.DecisionLog;
import com.turanmart.lakehouse.core.quarantine.Decisions;
import com.turanmart.lakehouse.core.quarantine.Quarantine;
import com.turanmart.lakehouse.core.quarantine.State;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The quarantined rows of a declared lakehouse, with where each is in its life. */
final class QuarantinedRows {
    private final Configuration configuration;
    private final Tables tables;

    QuarantinedRows(Configuration configuration, Tables tables) {
        this.configuration = configuration;
        this.tables = tables;
    }

    /** The latest entry of each row of a table, with its state; empty when nothing was ever put aside. */
    Optional<Dataset<Row>> of(Table table) {
        return new Quarantine(tables, table.table())
                .rows()
                .map(rows -> new DecisionLog(tables)
                        .about(table.table())
                        .states(
                                rows,
                                tables.stamp(table.table()).map(Stamp::inputs).orElse(Map.of())));
    }

    List<QuarantineGroup> groups(Table table, Optional<State> state) {
        return of(table).stream()
                .flatMap(rows -> rows
                        .where(isIn(state))
                        .groupBy(Decisions.STATE, "_reason")
                        .agg(count(lit(1)), min("_at"), max("_at"))
                        .orderBy(col("count(1)").desc(), col("_reason"))
                        .collectAsList()
                        .stream())
                .map(row -> new QuarantineGroup(
                        table.table(),
                        state(row.getString(0)),
                        row.getString(1),
                        row.getLong(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant()))
                .toList();
    }

    List<QuarantinedRow> some(Table table, Column condition, int limit) {
        return of(table).stream()
                .flatMap(rows ->
                        rows.where(condition).orderBy("_file", "_line", "_id").limit(limit).collectAsList().stream())
                .map(row -> QuarantinedRow.of(table.table(), row, table instanceof SilverTable))
                .toList();
    }

    /** Tables that put rows aside. */
    List<Table> tables() {
        return configuration.tables().stream()
                .filter(table -> table instanceof BronzeTable || table instanceof SilverTable)
                .toList();
    }

    Table table(String name) {
        return tables().stream()
                .filter(table -> table.table().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ExitCode.WRONG_CALL,
                        "--table: no bronze or silver table '" + name + "' is declared"
                                + Nearest.remedy(
                                        name,
                                        tables().stream()
                                                .map(table -> table.table().toString())
                                                .toList())));
    }

    /** Refuses ids that no table knows, all of them at once. */
    static Refusal unknown(List<String> ids) {
        return new Refusal(
                ExitCode.WRONG_CALL,
                "No quarantined row has the id " + String.join(", ", ids)
                        + ". See the ids: lakehouse quarantine show --table TABLE");
    }

    private static Column isIn(Optional<State> state) {
        return state.map(wanted -> col(Decisions.STATE).equalTo(wanted.word())).orElse(lit(true));
    }

    private static State state(String word) {
        return State.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
