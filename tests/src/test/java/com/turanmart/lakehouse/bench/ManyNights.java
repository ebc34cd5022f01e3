package com.turanmart.lakehouse.bench;

import com.turanmart.lakehouse.core.conf.Configurations;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.run.StepReport;
import com.turanmart.lakehouse.pipeline.Nights;
import com.turanmart.lakehouse.pipeline.Progress;
import java.nio.file.Path;
import java.time.LocalDate;

/** The nights from one date to another, night by night in one process: what lies before the night that is timed. */
final class ManyNights {
    private ManyNights() {}

    public static void main(String[] arguments) {
        var configuration = Configurations.read(Path.of(arguments[0]), "local", System.getenv())
                .orRefuse();
        var last = LocalDate.parse(arguments[2]);
        try (var nights = Nights.open(configuration, new Quiet())) {
            for (var date :
                    LocalDate.parse(arguments[1]).datesUntil(last.plusDays(1)).toList()) {
                var report = nights.run(date);
                System.out.println("bench:   night of " + date + ", " + Math.round(report.seconds()) + " s");
                if (report.exitCode() != ExitCode.DONE) {
                    throw new IllegalStateException(report.toJson());
                }
            }
        }
    }

    /** Says nothing but what a developer has to see. */
    static final class Quiet implements Progress {
        @Override
        public void prepared(String what, double seconds) {}

        @Override
        public void started(String layer, String table) {}

        @Override
        public void ended(StepReport step) {}

        @Override
        public void defect(String table, Throwable problem) {
            problem.printStackTrace();
        }
    }
}
