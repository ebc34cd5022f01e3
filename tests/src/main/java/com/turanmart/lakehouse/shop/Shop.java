package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lands what the company's systems deliver, and says what the finance mart must show for it. */
public final class Shop {
    // By then no order changes any more and no rate is corrected.
    private static final int DAYS_UNTIL_SETTLED = 8;

    private final ShopPlan plan;
    private final List<Dataset> datasets;
    private final FinanceTruth finance;
    private final WrongSign wrongSign;
    private final Map<LocalDate, List<String>> settled = new TreeMap<>();
    private final Map<LocalDate, List<Map<DirtKind, Long>>> dirt = new TreeMap<>();

    public Shop(ShopPlan plan) {
        this.plan = plan;
        Catalogue catalogue = new Catalogue(plan.seed());
        Orders orders = new Orders(plan, catalogue);
        RateBook rates = new RateBook(plan);
        this.datasets = List.of(
                new ChangeFeed<>("shop/orders", plan, orders, new OrderShape()),
                new ChangeFeed<>("shop/order_lines", plan, orders, new OrderLineShape()),
                new PaymentsFeed(plan, orders),
                new ProductsFeed(plan, catalogue),
                new RatesFeed(plan, rates),
                new CustomersFeed(plan, new Customers(plan)));
        this.finance = new FinanceTruth(plan, orders, catalogue, rates);
        this.wrongSign = new WrongSign(plan, orders);
    }

    /** Names of everything that lands, as {@code system/dataset}. */
    public List<String> datasets() {
        return datasets.stream().map(Dataset::name).toList();
    }

    /** Lands all files of that day below {@code root/landing}; again lands the same bytes. */
    public void land(Path root, LocalDate day) {
        requireOpen(day);
        try {
            for (Dataset dataset : datasets) {
                dataset.land(day, folder(root, dataset.name(), day));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Additionally lands lines of that day with prices of the wrong sign, and returns how many. */
    public int landFault(Path root, LocalDate day) {
        return landLines(root, day, false);
    }

    /** Lands the lines of {@link #landFault} with the right prices; the truth is then the ordinary one again. */
    public int landCorrection(Path root, LocalDate day) {
        return landLines(root, day, true);
    }

    /** Writes what is true after the deliveries up to {@code asOf}, and returns the folder. */
    public Path truth(Path root, LocalDate asOf) {
        requireOpen(asOf);
        Path folder = root.resolve("truth").resolve("as_of=" + asOf);
        try (LandingFile figures = new LandingFile(folder.resolve("finance_daily.csv"));
                LandingFile dirty = new LandingFile(folder.resolve("dirt.csv"))) {
            figures.line(FinanceTruth.HEADER);
            for (LocalDate day = plan.from(); !day.isAfter(asOf); day = day.plusDays(1)) {
                for (String row : finance(day, asOf)) {
                    figures.line(row);
                }
            }
            dirty.line("dataset,kind,rows");
            for (String row : dirt(asOf)) {
                dirty.line(row);
            }
            figures.commit();
            dirty.commit();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return folder;
    }

    private List<String> finance(LocalDate day, LocalDate asOf) {
        if (asOf.isBefore(day.plusDays(DAYS_UNTIL_SETTLED))) {
            return finance.rows(day, asOf);
        }
        return settled.computeIfAbsent(day, open -> finance.rows(open, asOf));
    }

    private List<String> dirt(LocalDate asOf) {
        List<String> rows = new ArrayList<>();
        for (int number = 0; number < datasets.size(); number++) {
            Dataset dataset = datasets.get(number);
            Map<DirtKind, Long> total = new TreeMap<>();
            for (LocalDate day = plan.from(); !day.isAfter(asOf); day = day.plusDays(1)) {
                dirtOf(day).get(number).forEach((kind, count) -> total.merge(kind, count, Long::sum));
            }
            total.forEach((kind, count) -> rows.add(dataset.name() + "," + kind.text() + "," + count));
        }
        return rows;
    }

    private List<Map<DirtKind, Long>> dirtOf(LocalDate day) {
        return dirt.computeIfAbsent(
                day,
                fresh -> datasets.stream().map(dataset -> dataset.dirt(fresh)).toList());
    }

    private int landLines(Path root, LocalDate day, boolean corrected) {
        requireOpen(day);
        try {
            return wrongSign.land(folder(root, "shop/order_lines", day), day, corrected);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Path folder(Path root, String name, LocalDate day) {
        return root.resolve("landing").resolve(name).resolve("dt=" + day);
    }

    private void requireOpen(LocalDate day) {
        if (day.isBefore(plan.from())) {
            throw new IllegalArgumentException("The shop opens on " + plan.from() + ": " + day);
        }
    }
}
