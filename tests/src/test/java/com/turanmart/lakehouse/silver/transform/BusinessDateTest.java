package com.turanmart.lakehouse.silver.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.Configurations;
import com.turanmart.lakehouse.core.conf.Reading;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.silver.BronzeRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The local calendar day of an order, by the real declaration of silver.orders. */
class BusinessDateTest {
    private static final List<String> COLUMNS = List.of(
            "order_id",
            "customer_id",
            "country",
            "currency",
            "status",
            "channel",
            "ordered_at",
            "updated_at",
            "discount_minor",
            "shipping_minor");
    private static final List<String> REFUND =
            List.of("refund_id", "order_id", "amount", "currency", "reason", "booked_at");
    private static final List<List<String>> EDGES = List.of(
            List.of("KZ", "2024-02-28T17:59:59Z", "2024-02-28"),
            List.of("KZ", "2024-02-28T18:00:00Z", "2024-02-29"),
            // The day on which Almaty put its clocks back has 25 hours.
            List.of("KZ", "2024-02-29T18:59:59Z", "2024-02-29"),
            List.of("KZ", "2024-02-29T19:00:00Z", "2024-03-01"),
            List.of("KZ", "2024-03-01T18:59:59Z", "2024-03-01"),
            List.of("KZ", "2024-03-01T19:00:00Z", "2024-03-02"),
            List.of("AE", "2026-02-03T19:59:59.999999Z", "2026-02-03"),
            List.of("AE", "2026-02-03T20:00:00Z", "2026-02-04"),
            List.of("UZ", "2026-02-03T18:59:59Z", "2026-02-03"),
            List.of("UZ", "2026-02-03T19:00:00Z", "2026-02-04"),
            List.of("UZ", "2026-02-04T01:00:00+06:00", "2026-02-04"));

    @Test
    void aDayBeginsAtMidnightOfTheCountry() {
        var days = typed(EDGES.stream()
                        .map(edge -> order(edge.get(0), edge.get(1)))
                        .toList())
                .stream()
                .map(row -> row.getAs("business_date").toString())
                .toList();

        assertThat(days)
                .containsExactlyElementsOf(
                        EDGES.stream().map(edge -> edge.get(2)).toList());
    }

    @Test
    void aRefundBelongsToTheDayThatHasBegunWhereItsCurrencyIsPaid() {
        var currencies = Map.of("KZ", "KZT", "AE", "AED", "UZ", "UZS");
        var booked = EDGES.stream()
                .map(edge -> BronzeRow.of(
                        "I", "1", "R-1", "17", "1.00", currencies.getOrDefault(edge.get(0), ""), "late", edge.get(1)))
                .toList();

        var days = typed("silver.refunds", REFUND, booked).stream()
                .map(row -> row.getAs("business_date").toString())
                .toList();

        assertThat(days)
                .containsExactlyElementsOf(
                        EDGES.stream().map(edge -> edge.get(2)).toList());
    }

    @Test
    void anOrderOfAnUnknownCountryHasNoDayAndIsPutAside() {
        var row = typed(List.of(order("XX", "2026-02-03T10:00:00Z"))).get(0);

        assertThat(row.<String>getAs(Typed.FAULT)).isEqualTo("business_date is missing");
    }

    private static BronzeRow order(String country, String orderedAt) {
        return BronzeRow.of("I", "1", "17", "1", country, "KZT", "paid", "web", orderedAt, orderedAt, "0", "0");
    }

    private static List<org.apache.spark.sql.Row> typed(List<BronzeRow> rows) {
        return typed("silver.orders", COLUMNS, rows);
    }

    private static List<org.apache.spark.sql.Row> typed(String name, List<String> columns, List<BronzeRow> rows) {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        var reading = (Reading.Sound) Configurations.read(folder.resolve("conf"), "local", Map.of());
        var table = (SilverTable) reading.configuration().table(TableName.parse(name));
        return Typed.rows(table, BronzeRow.rows(columns, rows)).collectAsList();
    }
}
