package com.turanmart.lakehouse.pipeline;

import static org.apache.spark.sql.functions.col;

import com.turanmart.lakehouse.bronze.LandedLines;
import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.quarantine.Action;
import com.turanmart.lakehouse.core.quarantine.DecisionLog;
import com.turanmart.lakehouse.core.quarantine.Decisions;
import com.turanmart.lakehouse.core.quarantine.Origin;
import com.turanmart.lakehouse.core.quarantine.State;
import com.turanmart.lakehouse.core.run.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Decisions about quarantined rows on their way into the log: every one is possible, or none is made. */
final class Rulings {
    private static final Map<Action, Set<State>> POSSIBLE = Map.of(
            Action.RELEASE, Set.of(State.OPEN, State.DISCARDED),
            Action.DISCARD, Set.of(State.OPEN, State.RELEASED));

    private final Engine engine;
    private final QuarantinedRows rows;

    Rulings(Engine engine, QuarantinedRows rows) {
        this.engine = engine;
        this.rows = rows;
    }

    Map<TableName, Long> decide(Ruling ruling, Choice choice) {
        var chosen = choice instanceof Choice.Ids ids ? byId(ruling.action(), ids.ids()) : open((Choice.Reason) choice);
        if (ruling.action() == Action.RELEASE) {
            chosen.forEach(this::requireFiles);
        }
        var now = Instant.now();
        var moment = new Run(Clock.id("d", now), LocalDate.ofInstant(now, ZoneOffset.UTC), now);
        var decided = new TreeMap<TableName, Long>();
        chosen.forEach((table, meant) -> {
            decided.put(table.table(), meant.count());
            new DecisionLog(engine.tables())
                    .add(moment, table.table(), meant, ruling.action(), ruling.because(), ruling.by());
        });
        return decided;
    }

    private Map<Table, Dataset<Row>> byId(Action action, List<String> ids) {
        var unknown = new ArrayList<>(new LinkedHashSet<>(ids));
        var impossible = new ArrayList<String>();
        var chosen = new LinkedHashMap<Table, Dataset<Row>>();
        for (var table : rows.tables()) {
            var isMeant = col("_id").isin(ids.toArray());
            for (var row : rows.some(table, isMeant, ids.size())) {
                unknown.remove(row.id());
                if (!POSSIBLE.getOrDefault(action, Set.of()).contains(row.state())) {
                    impossible.add(row.id() + " is " + row.state().word());
                }
                rows.of(table).ifPresent(all -> chosen.put(table, all.where(isMeant)));
            }
        }
        if (!unknown.isEmpty()) {
            throw QuarantinedRows.unknown(unknown);
        }
        if (!impossible.isEmpty()) {
            throw new Refusal(
                    ExitCode.WRONG_CALL,
                    "Cannot " + action.word() + ": " + String.join(", ", impossible)
                            + ". See what happened to a row: lakehouse quarantine explain ID");
        }
        return chosen;
    }

    private Map<Table, Dataset<Row>> open(Choice.Reason choice) {
        var table = rows.table(choice.table());
        var isMeant = choice.condition().and(col(Decisions.STATE).equalTo(State.OPEN.word()));
        return rows.of(table)
                .map(all -> all.where(isMeant))
                .filter(meant -> !meant.isEmpty())
                .map(meant -> Map.of(table, meant))
                .orElseThrow(() -> new Refusal(
                        ExitCode.WRONG_CALL,
                        "No open row of " + table.table() + " has a reason that contains '" + choice.reason() + "'"
                                + choice.file()
                                        .map(file -> " and is of " + file)
                                        .orElse("")
                                + ". See the reasons: lakehouse quarantine list --table " + table.table()));
    }

    /** A line that bronze could not read is nowhere but in its file. */
    private void requireFiles(Table table, Dataset<Row> released) {
        if (!(table instanceof BronzeTable bronze)) {
            return;
        }
        var origins = released.select("_file", "_line", "_file_sha256").collectAsList().stream()
                .map(row -> new Origin(row.getString(0), row.getLong(1), row.getString(2)))
                .toList();
        var gone = LandedLines.gone(engine.spark(), engine.storage(), bronze, origins);
        if (!gone.isEmpty()) {
            throw new Refusal(
                    ExitCode.WRONG_CALL,
                    "Cannot release lines of " + String.join(", ", gone)
                            + ": the landing zone does not hold it any more as it was loaded. Ask " + table.owner()
                            + " for a new delivery, and discard these lines.");
        }
    }
}
