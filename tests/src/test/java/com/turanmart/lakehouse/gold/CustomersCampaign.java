package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.spark.TestSession;
import com.turanmart.lakehouse.spark.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * L6 at size: what a night costs in which two in a hundred customers change, as a part of what computing all of them
 * costs. A command of its own, because it takes minutes: {@code scripts/campaign customers}.
 */
class CustomersCampaign {
    private static final int CUSTOMERS = Integer.getInteger("lakehouse.customers", 1_000_000);
    private static final int BOOKINGS_EACH = 5;
    private static final int CHANGED = CUSTOMERS / 50;
    private static final int DAYS = 365;
    private static final int GOAL_PERCENT = 15;
    private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);
    private static final List<String> COUNTS = List.of(
            "numOutputRows",
            "numTargetRowsInserted",
            "numTargetRowsUpdated",
            "numTargetRowsDeleted",
            "numTargetRowsCopied",
            "numTargetFilesAdded",
            "numTargetFilesRemoved",
            "numTargetDeletionVectorsAdded");
    private static final Path FIGURES = Path.of("..", "docs", "campaigns", "customers.md");

    /** What one build cost. */
    private record Cost(String name, Map<String, Long> figures) {}

    @TempDir
    private Path root;

    private CustomerMart plain;
    private CustomerMart audited;

    @Test
    void aNightCostsWhatHasChanged() throws IOException {
        var session = TestSession.SPARK.newSession();
        session.conf().set("spark.sql.codegen.wholeStage", "true");
        session.conf().set("spark.sql.codegen.factoryMode", "FALLBACK");
        session.conf().set("spark.sql.adaptive.enabled", "true");
        plain = new CustomerMart(session, root, false);
        audited = new CustomerMart(session, root, true);
        generate();
        plain.build();

        var costs = new ArrayList<Cost>();
        costs.add(cost("all", plain::rebuild));
        change(1);
        costs.add(cost("2 % changed", plain::build));
        newDay(1);
        costs.add(cost("another day", plain::build));
        costs.add(cost("all, with rules", audited::rebuild));
        change(2);
        costs.add(cost("2 % changed, with rules", audited::build));

        write(costs);
        assertThat(plain.latest().count("numTargetRowsCopied")).isZero();
    }

    private void generate() {
        var customers = MadeUp.range(1, CUSTOMERS + 1L, 1);
        plain.write("silver.customers", customers.customers());
        plain.write("silver.crm_contacts", customers.contacts());
        plain.write("silver.click_events", MadeUp.range(0, 5L * CUSTOMERS, 1).clicks(CUSTOMERS, FIRST, DAYS));
        plain.write(
                "silver.bookings",
                MadeUp.range(0, (long) BOOKINGS_EACH * CUSTOMERS, 1).bookings(CUSTOMERS, FIRST, DAYS)
                        + " DISTRIBUTE BY business_date",
                "business_date");
        plain.write("silver.orders", MadeUp.range(0, 1, 1).orders(FIRST.plusDays(DAYS)));
    }

    /** Half of the changed customers buy on the last day, the other half are contacts that the CRM changes. */
    private void change(int night) {
        var ids = MadeUp.range(
                (long) BOOKINGS_EACH * CUSTOMERS + (long) night * CHANGED,
                (long) BOOKINGS_EACH * CUSTOMERS + (long) night * CHANGED + CHANGED / 2,
                1);
        plain.write("silver.bookings", ids.bookings(CUSTOMERS, FIRST.plusDays(DAYS), 1), "business_date");
        var contacts =
                new MadeUp("(SELECT id * 100 + " + night + " AS id FROM range(" + CHANGED / 2 + "))", 100 + night);
        plain.merge("silver.crm_contacts", "contact_id", "SELECT *, false AS gone FROM (" + contacts.contacts() + ")");
    }

    private void newDay(int night) {
        plain.write("silver.orders", MadeUp.range(night, night + 1L, 1).orders(FIRST.plusDays(DAYS + night)));
    }

    private Cost cost(String name, Supplier<StepResult> build) {
        var figures = new LinkedHashMap<String, Long>();
        var rows = new ArrayList<Long>();
        var work = Work.during(() -> {
            var result = build.get();
            assertThat(result.outcome()).as("%s: %s", name, result).isEqualTo(Outcome.PUBLISHED);
            rows.add(result.counts().read());
        });
        figures.put("customers computed", rows.get(0));
        figures.putAll(work);
        var commit = plain.latest();
        COUNTS.forEach(count -> figures.put(count, commit.count(count)));
        return new Cost(name, figures);
    }

    private static void write(List<Cost> costs) throws IOException {
        var lines = new ArrayList<String>();
        for (var figure : costs.get(0).figures().keySet()) {
            lines.add("| %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            figure,
                            number(figure, costs.get(0)),
                            of(figure, costs.get(1), costs.get(0)),
                            of(figure, costs.get(2), costs.get(0)),
                            number(figure, costs.get(3)),
                            of(figure, costs.get(4), costs.get(3))));
        }
        Files.createDirectories(FIGURES.getParent());
        Files.writeString(FIGURES, """
                # What changed customers cost

                Written by `scripts/campaign customers`: `gold.customer_360` with its own YAML and SQL over tables of silver that are made up, %,d customers with %d bookings each over %d days, and as many clicks. In a night %,d customers change: half of them buy on the last day, of the others the CRM changes a contact. Another day alone ends the band of those who ordered 7, 30, 90 or 180 days before.
                In brackets: the part of what computing all of it costs; the goal is %d %% at most, and **bold** is what misses it.

                | figure | all | 2 %% changed | another day | all, with rules | 2 %% changed, with rules |
                | --- | --- | --- | --- | --- | --- |
                %s
                """.formatted(
                        CUSTOMERS, BOOKINGS_EACH, DAYS, CHANGED, GOAL_PERCENT, String.join("\n", lines)));
    }

    private static String of(String figure, Cost cost, Cost all) {
        var whole = all.figures().getOrDefault(figure, 0L);
        if (whole == 0) {
            return number(figure, cost);
        }
        var percent = 100.0 * cost.figures().getOrDefault(figure, 0L) / whole;
        var part = String.format(Locale.ROOT, "%.1f %%", percent);
        return number(figure, cost) + " (" + (percent > GOAL_PERCENT ? "**" + part + "**" : part) + ")";
    }

    private static String number(String figure, Cost cost) {
        return String.format(Locale.ROOT, "%,d", cost.figures().getOrDefault(figure, 0L));
    }
}
