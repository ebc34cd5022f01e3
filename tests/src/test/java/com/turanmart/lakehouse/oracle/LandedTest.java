package com.turanmart.lakehouse.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.shop.Dirt;
import com.turanmart.lakehouse.shop.Shop;
import com.turanmart.lakehouse.shop.ShopPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the oracle takes for the state of silver, from files that landed. */
class LandedTest {
    private static final String ORDERS_HEADER =
            "order_id,customer_id,country,currency,status,channel,ordered_at,updated_at,discount_minor,shipping_minor";

    @TempDir
    private Path landing;

    /** Almaty too: half an hour after midnight at UTC+6 in February, half an hour before it at UTC+5 in March. */
    @Test
    void theLatestVersionOfWhatLandedWinsAndABrokenOneIsNone() throws IOException {
        land(
                "shop/orders/dt=2024-03-01/LOAD1.csv.gz",
                ORDERS_HEADER,
                "1,5,KZ,KZT,paid,web,2024-02-28 18:30:00,2024-02-28 18:30:00,0,7",
                "1,5,KZ,KZT,paid,web,2024-02-28 18:30:00,2024-02-28 18:30:00,0,7",
                "2,5,KZ,KZT,paid,,2024-03-01 18:30:00,2024-03-01 18:30:00,0,0",
                "3,5,KZ,KZT,paid,web,2024-03-01 18:30:00,2024-03-01 18:30:00,0,0",
                "4,5,KZ,XXX,paid,web,2024-03-01 18:30:00,2024-03-01 18:30:00,0,0",
                "5,5,KZ,KZT,paid,web,2024-02-30 18:30:00,2024-03-01 18:30:00,0,0",
                "6,5,KZ,KZT,paid,web,2024-03-01 18:30:00,2024-03-01 18:30:00,0");
        land(
                "shop/orders/dt=2024-03-02/a.csv.gz",
                "Op,commit_ts,change_seq," + ORDERS_HEADER,
                "D,x,100,3,,,,,,,,,",
                "U,x,99,3,5,KZ,KZT,paid,web,2024-03-01 18:30:00,2024-03-01 18:30:00,0,0",
                "U,x,9,2,5,KZ,KZT,shipped,,2024-03-01 18:30:00,2024-03-01 18:30:00,0,8",
                "U,x,10,2,5,KZ,KZT,shipped,,2024-03-01 18:30:00,2024-03-01 18:30:00,0,9",
                "U,x,11,2,5,KZ,KZT,shipped,,2024-03-01 18:30:00,2024-03-01 18:30:00,much,0",
                "X,x,12,2,5,KZ,KZT,shipped,,2024-03-01 18:30:00,2024-03-01 18:30:00,0,0");

        try (var oracle = Oracle.over(landing)) {
            assertThat(oracle.rows("silver.orders", List.of("order_id", "business_date", "shipping", "channel")))
                    .map(row -> String.join(" ", row))
                    .containsExactlyInAnyOrder("1 2024-02-29 7 web", "2 2024-03-01 9 null");
        }
    }

    @Test
    void refundsWhoseControlTotalIsWrongDoNotCount() throws IOException {
        var header = "refund_id,order_id,amount,currency,reason,booked_at";
        land(
                "backoffice/refunds/dt=2026-03-02/refunds.csv",
                header,
                "r1,1,2.50,AED,\"wrong size, late\",2026-03-02 20:30:00");
        land(
                "backoffice/refunds/dt=2026-03-02/manifest.json",
                "{\"files\":[{\"name\":\"refunds.csv\",\"rows\":1}],\"rows\":1,\"totals\":{\"amount\":\"2.5\"}}");
        land("backoffice/refunds/dt=2026-03-03/refunds.csv", header, "r2,1,2.50,AED,,2026-03-02 20:30:00");
        land(
                "backoffice/refunds/dt=2026-03-03/manifest.json",
                "{\"files\":[{\"name\":\"refunds.csv\"}],\"totals\":{\"amount\":\"2.51\"}}");
        land("backoffice/refunds/dt=2026-03-04/refunds.csv", header, "r3,1,2.50,AED,,2026-03-02 20:30:00");

        try (var oracle = Oracle.over(landing)) {
            assertThat(oracle.rows("silver.refunds", List.of("refund_id", "business_date", "amount")))
                    .containsExactly(List.of("r1", "2026-03-03", "250"));
        }
    }

    /** Silver has tests of its own; here it is enough that no row too many or too few goes into the sums. */
    @Test
    void dirtyFilesGiveAsManyRowsAsTheShopMeant() {
        var from = LocalDate.of(2026, 2, 27);
        var shop = new Shop(new ShopPlan(from, 60, 5, Dirt.HEAVY, Shop.ALL));
        from.datesUntil(from.plusDays(4)).forEach(day -> shop.land(landing, day));

        try (var oracle = Oracle.over(landing.resolve("landing"))) {
            assertThat(List.of(
                            "orders",
                            "order_lines",
                            "payments",
                            "refunds",
                            "deliveries",
                            "fx_rates",
                            "customers",
                            "crm_contacts",
                            "click_events"))
                    .allSatisfy(table -> assertThat(oracle.rows("silver." + table, List.of("COUNT(*)")))
                            .as(table)
                            .containsExactly(List.of(String.valueOf(shop.rows("silver." + table, from.plusDays(3))
                                    .size()))));
        }
    }

    private void land(String path, String... lines) throws IOException {
        var file = landing.resolve(path);
        Files.createDirectories(file.getParent());
        var text = String.join("\n", lines) + "\n";
        try (var out = path.endsWith(".gz")
                ? new GZIPOutputStream(Files.newOutputStream(file))
                : Files.newOutputStream(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
