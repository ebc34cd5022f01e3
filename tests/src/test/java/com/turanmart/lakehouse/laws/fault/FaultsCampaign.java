package com.turanmart.lakehouse.laws.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Nights of the reference configuration: clean ones, in which nothing may be told, and one for each planted fault, which
 * must not pass unseen. A command of its own, because it takes long: {@code scripts/campaign faults}.
 */
class FaultsCampaign {
    private static final int NIGHTS = Integer.getInteger("lakehouse.nights", 60);
    private static final String NAMED = System.getProperty("lakehouse.faults", ".*");
    /** Kept, so that what was stopped goes on; whoever changes rules or the engine begins anew with {@code mvnw clean}. */
    private static final Path FOLDER = Path.of("target", "faults");

    @Test
    void cleanNightsAreLeftAloneAndFaultsAreNot() throws IOException {
        var results = new Results(FOLDER.resolve("results.tsv"));
        var world = new World(FOLDER);

        for (var night : nights(results)) {
            for (var finding : judged(world, night)) {
                results.add(finding);
            }
            page(results).write();
        }
        for (var day : days()) {
            if (results.night(day).isEmpty()) {
                results.add(world.clean(day));
                page(results).write();
            }
        }

        assertThat(page(results).alarms()).isEmpty();
        assertThat(page(results).surprises()).isEmpty();
    }

    /** Faults that were not found as declared yet, by the night in which they are planted; first what tells most. */
    private static List<List<Fault>> nights(Results results) {
        return Faults.ALL.stream()
                .filter(fault -> fault.name().matches(NAMED))
                .filter(fault ->
                        results.finding(fault).filter(Finding::isAsDeclared).isEmpty())
                .collect(Collectors.groupingBy(Fault::night, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(faults -> -faults.size()))
                .toList();
    }

    private static List<Finding> judged(World world, List<Fault> faults) {
        try {
            return world.judge(faults);
        } catch (IOException | RuntimeException problem) {
            problem.printStackTrace();
            return faults.stream().map(fault -> Finding.broken(fault, problem)).toList();
        }
    }

    private static List<LocalDate> days() {
        return World.FIRST.datesUntil(World.FIRST.plusDays(NIGHTS)).toList();
    }

    private static Page page(Results results) {
        var nights =
                days().stream().map(results::night).flatMap(Optional::stream).toList();
        var findings = Faults.ALL.stream()
                .map(results::finding)
                .flatMap(Optional::stream)
                .toList();
        return new Page(nights, findings);
    }
}
