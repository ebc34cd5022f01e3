package com.turanmart.lakehouse.shop.demo;

import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.pipeline.Nights;
import com.turanmart.lakehouse.pipeline.cli.Console;
import com.turanmart.lakehouse.shop.Dirt;
import com.turanmart.lakehouse.shop.Shop;
import com.turanmart.lakehouse.shop.ShopPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.spark.sql.functions;

/** Three days of the shop and the four runs that they need: one of them is held. */
final class Demo {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    static final int ORDERS_PER_DAY = 500;
    static final long SEED = 7;
    private static final TableName MART = new TableName(Zone.GOLD, "finance_daily");

    private final Path root;
    private final Configuration configuration;
    private final PrintWriter out;
    private final Console console;
    private final Shop shop = new Shop(new ShopPlan(FIRST_DAY, ORDERS_PER_DAY, SEED, Dirt.SOME));

    Demo(Path root, Configuration configuration, PrintWriter out, Console console) {
        this.root = root;
        this.configuration = configuration;
        this.out = out;
        this.console = console;
    }

    ExitCode play() {
        var second = FIRST_DAY.plusDays(1);
        var third = FIRST_DAY.plusDays(2);
        say("Night 1: the first day has landed.");
        shop.land(root, FIRST_DAY);
        try (var nights = open()) {
            night(nights, FIRST_DAY, ExitCode.DONE);

            say("Night 2: the shop's database sends order lines with prices below zero.");
            shop.land(root, second);
            shop.landFault(root, second);
            deliver(nights);
            night(nights, second, ExitCode.HELD);
            var seen = nights.tables()
                    .read(MART)
                    .agg(functions.max("business_date"), functions.count("*"))
                    .first();
            say("A scheduler sees exit code 3. Readers still see night 1: " + seen.get(1) + " rows, the last day is "
                    + seen.get(0) + ".");

            say("The sender delivers the lines again, with the right prices. Night 2 once more:");
            shop.landCorrection(root, second);
            deliver(nights);
            night(nights, second, ExitCode.DONE);

            say("Night 3:");
            shop.land(root, third);
            deliver(nights);
            night(nights, third, ExitCode.DONE);
            return end(nights, third);
        }
    }

    private Nights open() {
        var storage = com.turanmart.lakehouse.core.storage.Storage.of(configuration.environment());
        new Delivery(root, storage).toLandingZone();
        return Nights.open(configuration, console);
    }

    private void deliver(Nights nights) {
        new Delivery(root, nights.storage()).toLandingZone();
    }

    private void night(Nights nights, LocalDate date, ExitCode expected) {
        RunReport report = nights.run(date);
        console.summary(report);
        if (report.exitCode() != expected) {
            throw new IllegalStateException("the night of " + date + " ended with exit code "
                    + report.exitCode().number() + ", the demo is made for " + expected.number());
        }
    }

    private ExitCode end(Nights nights, LocalDate last) {
        var mart = nights.tables().read(MART);
        say("gold.finance_daily, by day and country:");
        out.println(String.format(
                Locale.ROOT,
                "  %-10s  %-2s  %6s  %14s  %14s  %14s  %14s",
                "day",
                "",
                "orders",
                "net sales USD",
                "refunds USD",
                "cogs USD",
                "margin USD"));
        mart.groupBy("business_date", "country")
                .agg(
                        functions.sum("orders"),
                        functions.sum("net_sales_usd"),
                        functions.sum("refunds_usd"),
                        functions.sum("cogs_usd"),
                        functions.sum("margin_usd"))
                .orderBy("business_date", "country")
                .collectAsList()
                .forEach(row -> out.println(String.format(
                        Locale.ROOT,
                        "  %-10s  %-2s  %6d  %,14.2f  %,14.2f  %,14.2f  %,14.2f",
                        row.get(0),
                        row.get(1),
                        row.getLong(2),
                        row.getDecimal(3),
                        row.getDecimal(4),
                        row.getDecimal(5),
                        row.getDecimal(6))));
        var differences = TruthCheck.differences(mart, shop.truth(root, last));
        if (!differences.isEmpty()) {
            throw new IllegalStateException("the mart differs from the shop's truth: "
                    + differences.subList(0, Math.min(6, differences.size())));
        }
        say(mart.count() + " rows, equal to the shop's own truth to the cent.");
        return ExitCode.DONE;
    }

    private void say(String text) {
        out.println();
        out.println(text);
        out.flush();
    }
}
