package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The gateway's payments: JSON lines in four files a day, one of them sometimes delivered twice. */
record PaymentsFeed(ShopPlan plan, Orders orders) implements Dataset {

    @Override
    public String name() {
        return "gateway/payments";
    }

    @Override
    public void land(LocalDate day, Path folder) throws IOException {
        try (LandingFile night = new LandingFile(folder.resolve("payments-06.jsonl"));
                LandingFile morning = new LandingFile(folder.resolve("payments-12.jsonl"));
                LandingFile afternoon = new LandingFile(folder.resolve("payments-18.jsonl"));
                LandingFile evening = new LandingFile(folder.resolve("payments-24.jsonl"))) {
            LandingFile[] quarters = {night, morning, afternoon, evening};
            new PaymentRows(plan, orders, (quarter, line) -> quarters[quarter].line(line)).write(day);
            for (LandingFile quarter : quarters) {
                quarter.commit();
            }
        }
        if (isRedelivered(day, true)) {
            Path again = folder.resolve("payments-06-again.jsonl");
            Files.copy(
                    folder.resolve("payments-06.jsonl"),
                    LandingFile.hidden(again),
                    StandardCopyOption.REPLACE_EXISTING);
            LandingFile.reveal(again);
        }
        LocalDate before = day.minusDays(1);
        if (isRedelivered(before, false)) {
            try (LandingFile late = new LandingFile(folder.resolve("payments-06-of-" + before + ".jsonl"))) {
                new PaymentRows(plan, orders, (quarter, line) -> lineOfTheNight(late, quarter, line)).write(before);
                late.commit();
            }
        }
    }

    @Override
    public Map<DirtKind, Long> dirt(LocalDate day) {
        Map<DirtKind, Long> rows = new EnumMap<>(DirtKind.class);
        long each = plan.dirt().rowsAmong(plan.ordersPerDay());
        LocalDate before = day.minusDays(1);
        rows.put(DirtKind.DUPLICATE_IN_FILE, each);
        rows.put(DirtKind.CUT_OFF, each);
        rows.put(DirtKind.WRONG_TYPE, each);
        rows.put(DirtKind.UNKNOWN_CURRENCY, foreignRows(day, 0) + (plan.indexOf(day) > 0 ? foreignRows(before, 1) : 0));
        rows.put(
                DirtKind.REDELIVERED_FILE,
                (isRedelivered(day, true) ? rowsOfTheNight(day) : 0)
                        + (isRedelivered(before, false) ? rowsOfTheNight(before) : 0));
        return rows;
    }

    @Override
    public List<SilverState> silver() {
        return List.of(new PaymentsState(plan, orders));
    }

    private boolean isRedelivered(LocalDate day, boolean sameFolder) {
        int index = plan.indexOf(day);
        return switch (plan.dirt()) {
            case NONE -> false;
            case SOME -> index > 0 && index % 4 == (sameFolder ? 1 : 3);
            case HEAVY -> index >= 0 && index % 2 == (sameFolder ? 1 : 0);
        };
    }

    private static void lineOfTheNight(LandingFile file, int quarter, CharSequence line) throws IOException {
        if (quarter == 0) {
            file.line(line);
        }
    }

    private long rowsOfTheNight(LocalDate day) {
        long[] rows = {0};
        try {
            new PaymentRows(plan, orders, (quarter, line) -> rows[0] += quarter == 0 ? 1 : 0).write(day);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows[0];
    }

    private long foreignRows(LocalDate day, int days) {
        long rows = 0;
        for (int number = 0; number < plan.dirt().rowsAmong(plan.ordersPerDay()); number++) {
            rows += orders.foreign(day, number).payments().stream()
                    .filter(p -> p.arrives() == days)
                    .count();
        }
        return rows;
    }
}
