package com.turanmart.lakehouse.laws.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What the campaign has found, for people. */
record Page(List<CleanNight> nights, List<Finding> findings) {
    private static final Path PLACE = Path.of("..", "docs", "campaigns", "faults.md");

    List<String> alarms() {
        return nights.stream()
                .filter(night -> !night.alarms().isEmpty())
                .map(night -> night.day() + " " + String.join("; ", night.alarms()))
                .toList();
    }

    List<String> surprises() {
        return findings.stream()
                .filter(finding -> !finding.isAsDeclared())
                .map(Finding::line)
                .toList();
    }

    void write() throws IOException {
        Files.createDirectories(PLACE.getParent());
        Files.writeString(PLACE, """
                # Faults that are planted

                Written by `scripts/campaign faults`, seed %d: the reference configuration on the demo shop, %d orders a day with its ordinary dirt, in one process.

                ## Clean nights
                %s

                Ordinary warnings, which are no alarms:
                %s

                ## Faults
                Each is planted in the deliveries of %s, a Monday, in a copy of a lakehouse that has taken in the days from %s in one run; of the 28 nights before, `ops.metrics` says that they measured what that run did. What the fault does not concern has come in before. What is said in that night and not in the same one without a fault is what was seen. Where nothing is seen, or a table is held, every mart is the version that it was, file for file, or has the rows of the night without the fault. Faults that do not meet share a night; of such a one the line that tells it stands here, and where one of them may move figures, figures are not compared. Of %d faults %d have been planted so far: %d were as declared, and %d of these are known to pass unseen.

                | fault | declared | seen |
                | --- | --- | --- |
                %s
                """.formatted(
                        World.SEED,
                        World.ORDERS,
                        lines(clean()),
                        lines(CleanNight.ORDINARY.entrySet().stream()
                                .map(warning -> "- `" + warning.getKey() + "`: " + warning.getValue())
                                .toList()),
                        World.FAULTY,
                        World.FIRST,
                        Faults.ALL.size(),
                        findings.size(),
                        findings.size() - surprises().size(),
                        findings.stream()
                                .filter(finding -> finding.isAsDeclared()
                                        && finding.declared().startsWith("**not seen**"))
                                .count(),
                        lines(findings.stream().map(Finding::line).toList())));
    }

    private List<String> clean() {
        if (nights.isEmpty()) {
            return List.of("None yet.");
        }
        var seconds = nights.stream().mapToDouble(CleanNight::seconds).sorted().toArray();
        var all =
                "%d nights in a row so far, %s to %s; a night took %.0f s (median). In %d of them a table was held or waited, or a rule warned."
                        .formatted(
                                nights.size(),
                                nights.get(0).day(),
                                nights.get(nights.size() - 1).day(),
                                seconds[seconds.length / 2],
                                alarms().size());
        return alarms().isEmpty()
                ? List.of(all)
                : List.of(all, "", alarms().stream().map(alarm -> "- " + alarm).collect(Collectors.joining("\n")));
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }
}
