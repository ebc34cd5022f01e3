package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what a reader of everything that was delivered so far has to find. */
final class Truth {
    /** By then no order and no parcel changes any more, no rate is corrected and no click is late. */
    static final int DAYS_UNTIL_SETTLED = 8;

    private final LocalDate from;
    private final FinanceTruth finance;
    private final boolean hasFinance;
    private final SilverTruth silver;
    private final MartTruth marts;
    private final List<Dataset> datasets;
    private final Map<LocalDate, List<String>> settled = new TreeMap<>();
    private final Map<LocalDate, List<Map<DirtKind, Long>>> dirt = new TreeMap<>();

    Truth(ShopPlan plan, FinanceTruth finance, List<Dataset> datasets, List<MartState> marts) {
        this.from = plan.from();
        this.finance = finance;
        this.hasFinance = plan.datasets().containsAll(Shop.FINANCE);
        this.silver = new SilverTruth(
                datasets.stream().flatMap(dataset -> dataset.silver().stream()).toList());
        this.marts = new MartTruth(marts);
        this.datasets = datasets;
    }

    void write(Path folder, LocalDate asOf) throws IOException {
        List<LocalDate> days = daysUpTo(asOf);
        if (hasFinance) {
            try (LandingFile figures = new LandingFile(folder.resolve("finance_daily.csv"))) {
                figures.line(FinanceTruth.HEADER);
                for (LocalDate day : days) {
                    for (String row : finance(day, asOf)) {
                        figures.line(row);
                    }
                }
                figures.commit();
            }
        }
        marts.write(folder, from, asOf);
        try (LandingFile dirty = new LandingFile(folder.resolve("dirt.csv"));
                LandingFile states = new LandingFile(folder.resolve("silver.csv"))) {
            dirty.line("dataset,kind,rows");
            for (String row : dirt(asOf)) {
                dirty.line(row);
            }
            silver.write(states, days, asOf);
            dirty.commit();
            states.commit();
        }
    }

    private List<String> finance(LocalDate day, LocalDate asOf) {
        if (asOf.isBefore(day.plusDays(DAYS_UNTIL_SETTLED))) {
            return finance.rows(day, asOf);
        }
        return settled.computeIfAbsent(day, missing -> finance.rows(missing, asOf));
    }

    private List<String> dirt(LocalDate asOf) {
        List<String> rows = new ArrayList<>();
        for (int number = 0; number < datasets.size(); number++) {
            Map<DirtKind, Long> total = new TreeMap<>();
            for (LocalDate day : daysUpTo(asOf)) {
                dirtOf(day).get(number).forEach((kind, count) -> total.merge(kind, count, Long::sum));
            }
            String name = datasets.get(number).name();
            total.forEach((kind, count) -> rows.add(name + "," + kind.text() + "," + count));
        }
        return rows;
    }

    private List<Map<DirtKind, Long>> dirtOf(LocalDate day) {
        return dirt.computeIfAbsent(
                day,
                missing ->
                        datasets.stream().map(dataset -> dataset.dirt(missing)).toList());
    }

    private List<LocalDate> daysUpTo(LocalDate asOf) {
        return from.datesUntil(asOf.plusDays(1)).toList();
    }
}
