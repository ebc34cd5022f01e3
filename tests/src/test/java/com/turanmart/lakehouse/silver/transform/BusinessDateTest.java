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
    private static final List<List<String>> EDGES = List.of(
            List.of("KZ", "2024-02-28T17:59:59Z", "2024-02-28"),
            List.of("KZ", "2024-02-28T18:00:00Z", "2024-02-29"),
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
    void anOrderOfAnUnknownCountryHasNoDayAndIsPutAside() {
        var row = typed(List.of(order("XX", "2026-02-03T10:00:00Z"))).get(0);

        assertThat(row.<String>getAs(Typed.FAULT)).isEqualTo("business_date is missing");
    }

    private static BronzeRow order(String country, String orderedAt) {
        return BronzeRow.of("I", "1", "17", "1", country, "KZT", "paid", "web", orderedAt, orderedAt, "0", "0");
    }

    private static List<org.apache.spark.sql.Row> typed(List<BronzeRow> rows) {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        var reading = (Reading.Sound) Configurations.read(folder.resolve("conf"), "local", Map.of());
        var orders = (SilverTable) reading.configuration().table(TableName.parse("silver.orders"));
        return Typed.rows(orders, BronzeRow.rows(COLUMNS, rows)).collectAsList();
    }
}
