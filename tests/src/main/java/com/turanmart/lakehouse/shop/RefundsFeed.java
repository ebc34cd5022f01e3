package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The back office's refunds of a day: one CSV file, and a manifest that says what must be in it. */
record RefundsFeed(ShopPlan plan, Refunds refunds) implements Dataset {
    private static final String FILE = "refunds.csv";
    private static final String COLUMNS = "refund_id,order_id,amount,currency,reason,booked_at";

    @Override
    public String name() {
        return "backoffice/refunds";
    }

    @Override
    public void land(LocalDate day, Path folder) throws IOException {
        land(day, folder, 0);
    }

    /** Lands the day once more, with a manifest whose control total is a hundred too high. */
    void landWrongTotal(LocalDate day, Path folder) throws IOException {
        land(day, folder, 100_00);
    }

    @Override
    public Map<DirtKind, Long> dirt(LocalDate day) {
        Map<DirtKind, Long> rows = new EnumMap<>(DirtKind.class);
        rows.put(DirtKind.DUPLICATE_IN_FILE, Math.min(plan.dirt().rows(), count(day)));
        rows.put(DirtKind.DUPLICATE_ACROSS_FILES, Math.min(plan.dirt().rows(), count(day.minusDays(1))));
        rows.put(DirtKind.WRONG_TYPE, (long) plan.dirt().rows());
        return rows;
    }

    @Override
    public List<SilverState> silver() {
        return List.of(new RefundsState(refunds));
    }

    private void land(LocalDate day, Path folder, long excessMinor) throws IOException {
        Rows rows = new Rows();
        try (LandingFile file = new LandingFile(folder.resolve(FILE))) {
            file.line(COLUMNS);
            refunds.booked(day, refund -> {
                boolean again = rows.written < 2L * plan.dirt().rows();
                rows.write(file, refund);
                if (again) {
                    rows.write(file, refund);
                }
            });
            int[] seen = {0};
            refunds.booked(day.minusDays(1), refund -> {
                if (seen[0]++ < plan.dirt().rows()) {
                    rows.write(file, refund);
                }
            });
            for (int number = 1; number <= plan.dirt().rows(); number++) {
                rows.writeGhost(file, day, number);
            }
            file.commit();
        }
        Manifest.land(folder, FILE, rows.written, "amount", rows.totalMinor + excessMinor);
    }

    private long count(LocalDate day) {
        long[] count = {0};
        try {
            refunds.booked(day, refund -> count[0]++);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return count[0];
    }

    /** What has gone into a file so far. */
    private static final class Rows {
        private final CsvRow row = new CsvRow();
        private long written;
        private long totalMinor;

        void write(LandingFile file, Refund refund) throws IOException {
            row.start()
                    .field(refund.id())
                    .field(refund.order().id())
                    .field(decimal(refund.amountMinor()))
                    .field(refund.order().currency())
                    .field(refund.reason())
                    .utc(refund.bookedAt());
            write(file, refund.amountMinor());
        }

        // Its day does not exist. The amount is right, so that the manifest's total has one meaning only.
        void writeGhost(LandingFile file, LocalDate day, int number) throws IOException {
            row.start()
                    .field("R-ghost-" + day + "-" + number)
                    .field(number)
                    .field("1.00")
                    .field("UZS")
                    .field("late")
                    .field("2026-02-31 10:00:00");
            write(file, 1_00);
        }

        private void write(LandingFile file, long amountMinor) throws IOException {
            file.line(row.text());
            written++;
            totalMinor += amountMinor;
        }

        private static String decimal(long minor) {
            StringBuilder text = new StringBuilder();
            Digits.appendDecimal(text, minor, 2);
            return text.toString();
        }
    }
}
