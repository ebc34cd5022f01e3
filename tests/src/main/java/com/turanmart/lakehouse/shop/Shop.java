package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lands what the company's systems deliver, and says what silver and the finance mart must show for it. */
public final class Shop {
    /** What the finance marts are made of. */
    public static final Set<String> FINANCE = Set.of(
            "shop/orders",
            "shop/order_lines",
            "gateway/payments",
            "backoffice/refunds",
            "courier/deliveries",
            "catalogue/products",
            "banks/fx_rates");

    /** What the customers' mart is made of besides. */
    private static final Set<String> CUSTOMERS = Set.of("shop/customers", "crm/contacts", "app/click_events");

    /** Everything that can land, as {@code system/dataset}. */
    public static final Set<String> ALL = Set.of(
            "shop/orders",
            "shop/order_lines",
            "gateway/payments",
            "catalogue/products",
            "banks/fx_rates",
            "shop/customers",
            "backoffice/refunds",
            "courier/deliveries",
            "partners/inventory",
            "app/click_events",
            "crm/contacts",
            "fleet/vehicle_pings");

    private final ShopPlan plan;
    private final List<Dataset> datasets;
    private final List<MartState> marts;
    private final Truth truth;
    private final WrongSign wrongSign;
    private final RefundsFeed refunds;

    public Shop(ShopPlan plan) {
        this.plan = plan;
        Catalogue catalogue = new Catalogue(plan.seed());
        Orders orders = new Orders(plan, catalogue);
        RateBook rates = new RateBook(plan);
        Refunds refunded = new Refunds(plan, orders);
        Customers customers = new Customers(plan);
        this.datasets = Stream.<Dataset>of(
                        new ChangeFeed<>("shop/orders", plan, orders, new OrderShape(), new OrdersState(plan, orders)),
                        new ChangeFeed<>(
                                "shop/order_lines",
                                plan,
                                orders,
                                new OrderLineShape(),
                                new OrderLinesState(plan, orders)),
                        new PaymentsFeed(plan, orders),
                        new ProductsFeed(plan, catalogue),
                        new RatesFeed(plan, rates),
                        new CustomersFeed(plan, customers),
                        new RefundsFeed(plan, refunded),
                        new DeliveriesFeed(plan, orders),
                        new InventoryFeed(plan),
                        new ClicksFeed(plan, customers),
                        new ContactsFeed(plan, customers),
                        new PingsFeed(plan))
                .filter(dataset -> plan.datasets().contains(dataset.name()))
                .toList();
        FinanceTruth finance = new FinanceTruth(plan, orders, new Parcels(plan, orders), refunded, catalogue, rates);
        this.marts = Stream.of(
                        datasets.stream().flatMap(dataset -> dataset.marts().stream()),
                        Stream.of(new ReconciliationDays(plan, orders, refunded))
                                .filter(mart -> plan.datasets().containsAll(FINANCE)),
                        Stream.of(new CustomerRows(finance, customers))
                                .filter(mart -> plan.datasets().containsAll(FINANCE)
                                        && plan.datasets().containsAll(CUSTOMERS)))
                .<MartState>flatMap(some -> some)
                .toList();
        this.truth = new Truth(plan, finance, datasets, marts);
        this.refunds = new RefundsFeed(plan, refunded);
        this.wrongSign = new WrongSign(plan, orders);
    }

    /** Names of everything that this shop lands, as {@code system/dataset}. */
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

    /** Lands the manifest of that day's refunds again, with a control total that is wrong. */
    public void landWrongTotal(Path root, LocalDate day) {
        requireOpen(day);
        try {
            refunds.landWrongTotal(day, folder(root, refunds.name(), day));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
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

    /** Every row that a table must hold after the deliveries up to {@code asOf}, sorted: for small shops. */
    public List<String> rows(String table, LocalDate asOf) {
        requireOpen(asOf);
        List<String> rows = new ArrayList<>();
        SilverState state =
                states().filter(s -> s.table().equals(table)).findFirst().orElseThrow();
        plan.from().datesUntil(asOf.plusDays(1)).forEach(day -> state.tell(day, asOf, row -> rows.add(row.toString())));
        Collections.sort(rows);
        return rows;
    }

    /** The columns of {@link #rows} by table. */
    public SortedMap<String, List<String>> tables() {
        SortedMap<String, List<String>> tables = new TreeMap<>();
        states().forEach(state ->
                tables.put(state.table(), List.of(state.columns().split(",", -1))));
        return tables;
    }

    /** Full names of the marts whose rows are in a file of {@link #truth} each. */
    public List<String> marts() {
        return marts.stream().map(mart -> "gold." + mart.name()).toList();
    }

    private Stream<SilverState> states() {
        return datasets.stream().flatMap(dataset -> dataset.silver().stream());
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
