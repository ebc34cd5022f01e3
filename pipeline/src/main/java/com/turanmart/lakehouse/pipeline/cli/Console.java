package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.conf.Layer;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Release;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.core.run.StepReport;
import com.turanmart.lakehouse.pipeline.Progress;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Tells a run to a person: a line for each step that ended and, on a terminal, one live line of what is going on. */
public final class Console implements Progress {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean live;
    private final Set<String> working = new TreeSet<>();

    public Console(PrintWriter out, PrintWriter err, boolean live) {
        this.out = out;
        this.err = err;
        this.live = live;
    }

    /** The console of a command; live when it has a terminal. */
    @SuppressWarnings("SystemConsoleNull") // the product runs on Java 17, where it is null without a terminal
    public static Console of(CommandLine line) {
        return new Console(line.getOut(), line.getErr(), System.console() != null);
    }

    @Override
    public synchronized void prepared(String what, double seconds) {
        line(String.format(Locale.ROOT, "%s  %-44s %6.1f s", now(), what, seconds));
    }

    @Override
    public synchronized void started(String layer, String table) {
        working.add(table);
        showWorking();
    }

    @Override
    public synchronized void ended(StepReport step) {
        working.remove(step.table());
        var counts = step.result().counts();
        line(String.format(
                Locale.ROOT,
                "%s  %-28s %-9s %9s in %9s out %7s quarantined %6.1f s",
                now(),
                step.table(),
                word(step.result().outcome()),
                number(counts.read()),
                number(counts.written()),
                number(counts.quarantined()),
                step.seconds()));
        step.result().notes().forEach(note -> line("            " + note));
        showWorking();
    }

    @Override
    public synchronized void defect(String table, Throwable problem) {
        clear();
        err.println(table + ": this is a defect of the lakehouse; please report it with the trace below.");
        problem.printStackTrace(err);
        err.flush();
    }

    /** The end of a run: first whether it is published, then why not, then the counts. */
    public synchronized void summary(RunReport report) {
        var held = tables(report, Outcome.HELD);
        line("");
        switch (report.exitCode()) {
            case DONE -> line(done(report));
            case HELD -> line("HELD: " + held + ". " + served(report));
            case WAITING -> line("WAITING: " + awaited(report) + ". " + served(report));
            default -> line("FAILED: " + tables(report, Outcome.FAILED) + ". " + served(report));
        }
        report.steps().stream()
                .flatMap(step -> step.result().notes().stream())
                .filter(note -> note.startsWith(Release.WORD))
                .distinct()
                .forEach(this::line);
        line(String.format(
                Locale.ROOT,
                "run %s for %s, %.1f s, exit code %d",
                report.run().id(),
                report.run().date(),
                report.seconds(),
                report.exitCode().number()));
    }

    private static String done(RunReport report) {
        var published = tables(report, Outcome.PUBLISHED);
        // What waits for rows that nobody owes is no news; its own line has told it.
        if (report.with(Outcome.WAITING).stream().anyMatch(step -> step.layer().equals(Layer.BRONZE.word()))) {
            return "WAITING, nothing is late yet: " + awaited(report) + ". " + served(report);
        }
        return published.isEmpty() ? "NOTHING NEW: readers see what they saw." : "PUBLISHED: " + published;
    }

    private static String served(RunReport report) {
        var blocked = tables(report, Outcome.BLOCKED);
        var published = tables(report, Outcome.PUBLISHED);
        return (blocked.isEmpty() ? "" : "Not built: " + blocked + ". ")
                + (published.isEmpty()
                        ? "Nothing was published: readers still see the last good version."
                        : "Published: " + published);
    }

    private static String tables(RunReport report, Outcome outcome) {
        return names(report.with(outcome).stream());
    }

    private static String names(Stream<StepReport> steps) {
        return steps.map(StepReport::table).collect(Collectors.joining(", "));
    }

    /** A silver table waits mostly because a bronze table does: naming that one is enough. */
    private static String awaited(RunReport report) {
        var waiting = report.with(Outcome.WAITING);
        var owed = waiting.stream()
                .filter(step -> !step.layer().equals(Layer.SILVER.word()))
                .toList();
        return names((owed.isEmpty() ? waiting : owed).stream());
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String now() {
        return LocalTime.now(ZoneOffset.UTC).format(TIME);
    }

    private void line(String text) {
        clear();
        out.println(text);
        out.flush();
    }

    private void showWorking() {
        if (live && !working.isEmpty()) {
            out.print(CLEAR + "  ... " + String.join(", ", working));
            out.flush();
        }
    }

    private void clear() {
        if (live) {
            out.print(CLEAR);
        }
    }
}
