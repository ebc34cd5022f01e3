package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.spark.TestSession;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** L5 and L6 of the customers' mart and of the newest day as they are configured. */
class CustomerUpkeepTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int CUSTOMERS = 500;
    private static final int STEPS = 3;
    /** Within a band, to another one, and over several. */
    private static final List<Integer> AHEAD = List.of(1, 8, 31, 91);

    @TempDir
    private Path root;

    private CustomerMart mart;
    private int today = 100;

    @BeforeEach
    void fewRows() {
        var session = TestSession.SPARK.newSession();
        session.conf().set("spark.sql.shuffle.partitions", "1");
        mart = new CustomerMart(session, root, false);
        var all = MadeUp.range(1, CUSTOMERS + 1, 1);
        mart.write("silver.customers", all.customers());
        mart.write("silver.crm_contacts", all.contacts());
        mart.write("silver.click_events", all.clicks(CUSTOMERS, FIRST, today));
        mart.write("silver.bookings", all.bookings(CUSTOMERS, FIRST, today));
        mart.write("silver.orders", orders(0, today));
    }

    @Test
    void whateverChangesTheMartIsWhatItsSqlGives() {
        var seed = new Random().nextLong();
        var dice = new Random(seed);
        mart.build();
        for (var step = 0; step < STEPS; step++) {
            change(dice);
            change(dice);
            moveTheDay(dice);

            var result = mart.build();

            assertThat(result.outcome()).isIn(Outcome.PUBLISHED, Outcome.UNCHANGED);
            for (var table : List.of(CustomerMart.NEWEST_DAY, CustomerMart.NAME)) {
                assertThat(mart.rows(table))
                        .as("%s, seed %d, step %d, day %d", table, seed, step, today)
                        .isEqualTo(mart.truth(table));
            }
        }
    }

    @Test
    void anotherDayTouchesThoseAloneWhoseBandItEnds() {
        mart.build();
        var before = mart.rows(CustomerMart.NAME);
        mart.write("silver.orders", orders(today + 1, today + 1));

        var touched = mart.build().counts().read();

        assertThat(mart.rows(CustomerMart.NAME))
                .hasSize(CUSTOMERS)
                .isNotEqualTo(before)
                .isEqualTo(mart.truth(CustomerMart.NAME));
        assertThat(touched).isPositive().isLessThan(CUSTOMERS / 10);
    }

    /** L6: of two in a hundred customers the rows are marked, and no file is copied for them. */
    @Test
    void fewChangedCustomersCopyNoRow() {
        mart.build();
        mart.merge(
                "silver.customers",
                "customer_id",
                "SELECT id * 50 AS customer_id, 'UZ' AS country, 'another' AS city, true AS consent, false AS gone"
                        + " FROM range(1, 11)");

        var computed = mart.build().counts().read();

        var commit = mart.latest();
        assertThat(computed).isEqualTo(CUSTOMERS / 50);
        assertThat(commit.count("numTargetRowsUpdated")).isEqualTo(CUSTOMERS / 50);
        assertThat(commit.count("numTargetRowsCopied")).isZero();
        assertThat(commit.count("numTargetFilesRemoved")).isZero();
        assertThat(commit.count("numTargetDeletionVectorsAdded")).isPositive();
    }

    private void change(Random dice) {
        var first = dice.nextInt(CUSTOMERS);
        var some = MadeUp.range(first, first + 1L + dice.nextInt(40), dice.nextInt());
        switch (dice.nextInt(4)) {
            case 0 -> mart.merge("silver.customers", "customer_id", some.some(some.customers(), "customer_id"));
            case 1 -> mart.merge("silver.crm_contacts", "contact_id", some.some(some.contacts(), "contact_id"));
            case 2 ->
                mart.merge(
                        "silver.click_events", "event_id", some.some(some.clicks(CUSTOMERS, FIRST, today), "event_id"));
            default ->
                mart.merge(
                        "silver.bookings", "entry_id", some.some(some.bookings(CUSTOMERS, FIRST, today), "entry_id"));
        }
    }

    /** One a day. */
    private static String orders(int from, int to) {
        return "SELECT id AS order_id, DATE_ADD(DATE '%s', CAST(id AS INT)) AS business_date FROM range(%d, %d)"
                .formatted(FIRST, from, to + 1);
    }

    private void moveTheDay(Random dice) {
        if (dice.nextInt(4) > 0) {
            var before = today;
            today += AHEAD.get(dice.nextInt(AHEAD.size()));
            mart.write("silver.orders", orders(before + 1, today));
        } else {
            // The newest order is deleted: the day before it is the newest again.
            mart.merge(
                    "silver.orders",
                    "business_date",
                    "SELECT %dL AS order_id, DATE '%s' AS business_date, true AS gone"
                            .formatted(today, FIRST.plusDays(today)));
        }
    }
}
