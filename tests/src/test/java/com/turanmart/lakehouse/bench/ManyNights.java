package com.turanmart.lakehouse.bench;

import com.turanmart.lakehouse.core.conf.Configurations;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.pipeline.LakehouseUnderTest;
import com.turanmart.lakehouse.pipeline.Nights;
import java.nio.file.Path;
import java.time.LocalDate;

/** The nights from one date to another, night by night in one process: what lies before the night that is timed. */
final class ManyNights {
    private ManyNights() {}

    public static void main(String[] arguments) {
        var configuration = Configurations.read(Path.of(arguments[0]), arguments[1], System.getenv())
                .orRefuse();
        var last = LocalDate.parse(arguments[3]);
        try (var nights = Nights.open(configuration, new LakehouseUnderTest.Quiet())) {
            for (var date :
                    LocalDate.parse(arguments[2]).datesUntil(last.plusDays(1)).toList()) {
                var report = nights.run(date);
                System.out.println("bench:   night of " + date + ", " + Math.round(report.seconds()) + " s");
                if (report.exitCode() != ExitCode.DONE) {
                    throw new IllegalStateException(report.toJson());
                }
            }
        }
    }
}
