package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Lands what the company's systems deliver, and says what the finance mart must show for it. */
public final class Shop {
    private final ShopPlan plan;
    private final List<Dataset> datasets;
    private final Truth truth;
    private final WrongSign wrongSign;

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
        this.truth = new Truth(plan.from(), new FinanceTruth(plan, orders, catalogue, rates), datasets);
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
        try {
            truth.write(folder, asOf);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return folder;
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
