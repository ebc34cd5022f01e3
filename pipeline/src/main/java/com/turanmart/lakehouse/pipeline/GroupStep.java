package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.StepReport;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.table.TableVersion;
import com.turanmart.lakehouse.gold.SqlBuild;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The marts of one group: all of them are staged, then what is new is committed and recorded together, or nothing. */
final class GroupStep {
    private final List<GoldTable> marts;
    private final SqlBuild build;
    private final Owed owed;
    private final Publications publications;
    private final Steps steps;
    private final Map<TableName, StepResult> ended = new HashMap<>();
    private final Map<TableName, Long> nanos = new HashMap<>();

    /** @param marts those that others of them read before these others */
    GroupStep(List<GoldTable> marts, SqlBuild build, Owed owed, Publications publications, Steps steps) {
        this.marts = marts;
        this.build = build;
        this.owed = owed;
        this.publications = publications;
        this.steps = steps;
    }

    List<StepReport> work(Run run, Function<GoldTable, List<StepReport>> inputs) {
        marts.forEach(steps::started);
        marts.forEach(mart ->
                end(mart, Steps.blocked(mart, inputs.apply(mart)).map(result -> owed.judged(mart, result))));
        stage(run);
        commit(run);
        if (stopped().isEmpty()) {
            record(run);
        } else {
            leaveTheRest();
        }
        return marts.stream()
                .map(mart -> steps.ended(
                        mart,
                        Clock.seconds(nanos.getOrDefault(mart.table(), 0L)),
                        withDeadline(run, mart, Objects.requireNonNull(ended.get(mart.table())))))
                .toList();
    }

    private static StepResult withDeadline(Run run, GoldTable mart, StepResult result) {
        return result.and(
                mart.deadline().flatMap(deadline -> Due.of(deadline, run.date()).note(result, Instant.now())).stream()
                        .toList());
    }

    /** All that can be staged is, so that whatever holds the group is told at once. */
    private void stage(Run run) {
        if (!stopped().isEmpty()) {
            return;
        }
        var left = new HashSet<TableName>();
        for (var mart : marts) {
            if (mart.inputs().stream().noneMatch(left::contains)) {
                timed(
                        mart,
                        () -> steps.tried(mart, () -> build.stage(run, mart).map(result -> owed.judged(mart, result))));
            }
            if (stopped().contains(mart.table()) || mart.inputs().stream().anyMatch(left::contains)) {
                left.add(mart.table());
            }
        }
    }

    private void commit(Run run) {
        for (var mart : marts) {
            if (stopped().isEmpty() && !ended.containsKey(mart.table())) {
                timed(mart, () -> steps.tried(mart, () -> Optional.of(build.commit(run, mart))));
            }
        }
    }

    private void record(Run run) {
        steps.tried(marts.get(0), () -> {
                    publish(run);
                    return Optional.empty();
                })
                .ifPresent(failure -> ended.replaceAll((mart, result) -> new StepResult(
                        failure.outcome(),
                        failure.exitCode(),
                        result.counts(),
                        result.and(failure.notes()).notes())));
    }

    private void publish(Run run) {
        var tables = versions(marts.stream().map(GoldTable::table));
        var last = publications.last().map(Publication::tables).map(Set::copyOf).orElse(Set.of());
        if (last.equals(Set.copyOf(tables))) {
            return;
        }
        var inputs = versions(new Piece(List.copyOf(marts)).inputs().stream());
        var made = publications.add(run, tables, inputs, Optional.empty());
        var note = List.of("publication " + made.id() + " of " + made.group());
        tables.forEach(table -> ended.computeIfPresent(table.table(), (mart, result) -> {
            // A run that died before its record has committed it already.
            var isNews = result.outcome() == Outcome.UNCHANGED && !last.contains(table);
            return (isNews ? result.as(Outcome.PUBLISHED) : result).and(note);
        }));
    }

    private void leaveTheRest() {
        var stopped =
                String.join(", ", stopped().stream().map(TableName::toString).toList());
        for (var mart : marts) {
            var result = ended.getOrDefault(mart.table(), StepResult.of(Outcome.UNCHANGED));
            if (result.outcome() == Outcome.UNCHANGED) {
                ended.put(mart.table(), owed.judged(mart, StepResult.of(Outcome.BLOCKED, "held with " + stopped)));
            } else if (result.outcome() == Outcome.PUBLISHED) {
                var note = "in no publication yet because of " + stopped + "; the next run completes its group";
                ended.put(mart.table(), result.and(List.of(note)));
            }
        }
    }

    /** The marts that keep the others from being published. */
    private List<TableName> stopped() {
        return marts.stream()
                .map(GoldTable::table)
                .filter(mart -> Optional.ofNullable(ended.get(mart))
                        .filter(result -> !result.outcome().letsDependentsRun())
                        .isPresent())
                .toList();
    }

    private List<TableVersion> versions(Stream<TableName> tables) {
        return tables.map(table -> build.version(table).orElseThrow()).toList();
    }

    private void timed(GoldTable mart, Supplier<Optional<StepResult>> work) {
        var begun = System.nanoTime();
        end(mart, work.get());
        nanos.merge(mart.table(), System.nanoTime() - begun, Long::sum);
    }

    private void end(GoldTable mart, Optional<StepResult> result) {
        result.ifPresent(told -> ended.put(mart.table(), told));
    }
}
