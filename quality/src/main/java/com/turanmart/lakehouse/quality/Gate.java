package com.turanmart.lakehouse.quality;

import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.StepReport;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Measurement.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The gate of one run, which every table passes before its commit; several threads use it at a time. */
public final class Gate {
    private final Run run;
    private final RuleLog rules;
    private final MetricLog metrics;
    private final PublicKeys keys;
    private final Releases releases;
    private final Optional<LocalDate> rememberedFrom;
    private final Map<TableName, Verdict> verdicts = new ConcurrentSkipListMap<>();
    private @Nullable Map<TableName, Map<String, List<Measurement>>> past;
    private @Nullable Map<TableName, Map<String, LocalDate>> failing;
    private @Nullable Map<TableName, Map<String, SortedSet<LocalDate>>> open;

    /** @param declared every table of the configuration */
    public Gate(Run run, Tables tables, List<? extends Table> declared, Releases releases) {
        this.run = run;
        rules = new RuleLog(tables);
        metrics = new MetricLog(tables);
        keys = new PublicKeys(declared);
        this.releases = releases;
        rememberedFrom = declared.stream()
                .flatMap(table -> table.quality().history().stream())
                .map(rule -> rule.since(run.date()))
                .min(LocalDate::compareTo);
    }

    /** Judges what a table is about to show; a rule that cannot be evaluated fails. */
    public Verdict judge(Candidate candidate) {
        var table = candidate.table();
        var samples = new Samples(keys.of(table));
        var declared = Rules.judge(candidate, samples);
        var histories = Histories.measure(table.quality().history(), candidate.rows(), run.date());
        var results = Stream.of(
                        declared.results(),
                        BadRows.judge(candidate, samples),
                        histories.judge(run.date(), past(table), () -> open().getOrDefault(table.table(), Map.of())))
                .flatMap(List::stream)
                .map(result -> result.hasFailed() ? explained(result, candidate) : result)
                .map(result -> releases.apply(table, result))
                .toList();
        var measured = new TreeMap<>(declared.metrics());
        measured.putAll(histories.measured());
        var verdict = new Verdict(results, measured);
        verdicts.put(table.table(), verdict);
        return verdict;
    }

    /** What people let pass of a table's group, a line for each. */
    public List<String> releases(Table table) {
        return releases.lines(table);
    }

    /** Records what was judged, once all steps have ended. */
    public void write(List<StepReport> steps) {
        rules.write(run, verdicts);
        metrics.write(
                run,
                verdicts,
                steps.stream()
                        .map(step -> Map.entry(TableName.parse(step.table()), step.result()))
                        .filter(step -> verdicts.containsKey(step.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, step -> state(step.getKey(), step.getValue()))));
    }

    private State state(TableName table, StepResult result) {
        var heldByOthers = result.outcome() == Outcome.FAILED
                || result.outcome() == Outcome.BLOCKED
                || (result.outcome() == Outcome.HELD && result.counts().read() == 0);
        var verdict = verdicts.getOrDefault(table, Verdict.NONE);
        if (heldByOthers || verdict.holds()) {
            return State.HELD;
        }
        return verdict.isReleased() ? State.OVERRIDDEN : State.ACCEPTED;
    }

    /** Asked in a night only in which a table with such rules has news. */
    private Map<String, List<Measurement>> past(Table table) {
        return table.quality().history().isEmpty() ? Map.of() : past().getOrDefault(table.table(), Map.of());
    }

    private synchronized Map<TableName, Map<String, List<Measurement>>> past() {
        var known = past;
        if (known == null) {
            known = rememberedFrom.map(metrics::since).orElse(Map.of());
            past = known;
        }
        return known;
    }

    private synchronized Map<TableName, Map<String, SortedSet<LocalDate>>> open() {
        var known = open;
        if (known == null) {
            known = rules.open(run);
            open = known;
        }
        return known;
    }

    private RuleResult explained(RuleResult result, Candidate candidate) {
        var since = Optional.ofNullable(failing()
                        .getOrDefault(candidate.table().table(), Map.of())
                        .get(result.rule()))
                .filter(date -> date.isBefore(run.date()))
                .orElse(run.date());
        return result.hinting(new Hint(candidate, keys.of(candidate.table()), since).of(result));
    }

    /** Asked on a bad night only. */
    private synchronized Map<TableName, Map<String, LocalDate>> failing() {
        var known = failing;
        if (known == null) {
            known = rules.failingSince(run);
            failing = known;
        }
        return known;
    }
}
