package com.turanmart.lakehouse.laws.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 2);

    @TempDir
    private Path folder;

    @Test
    void knowsAfterAStopWhatWasFoundBefore() throws IOException {
        var fault = fault(Expected.held("silver.fx_rates", "units_per_usd"));
        var before = new Results(folder.resolve("results.tsv"));
        var night = new CleanNight(DAY, 12.5, List.of("gold.fleet_5min waits", "silver.orders fails"));
        var finding = new Finding(fault.name(), fault.expected().toString(), "nothing", false);
        before.add(night);
        before.add(finding);

        var after = new Results(folder.resolve("results.tsv"));

        assertThat(after.night(DAY)).contains(night);
        assertThat(after.finding(fault)).contains(finding);
    }

    @Test
    void asksAgainForAFaultThatIsDeclaredOtherwise() throws IOException {
        var results = new Results(folder.resolve("results.tsv"));
        var fault = fault(Expected.unseen("nobody looks"));
        results.add(new Finding(fault.name(), fault.expected().toString(), "nothing", true));

        assertThat(results.finding(fault(Expected.heldBy("rates_do_not_leap")))).isEmpty();
    }

    private static Fault fault(Expected expected) {
        return Fault.of(Sources.FINANCE, "a rate is zero", night -> {}, expected);
    }
}
