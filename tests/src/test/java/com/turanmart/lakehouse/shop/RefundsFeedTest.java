package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefundsFeedTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-02");
    private static final ShopPlan PLAN = new ShopPlan(FROM, 150, 3, Dirt.SOME, Set.of("backoffice/refunds"));

    @TempDir
    private Path root;

    private final Shop shop = new Shop(PLAN);

    @Test
    void theManifestSaysWhatIsInTheFile() throws Exception {
        LocalDate day = FROM.plusDays(9);
        shop.land(root, day);

        List<String> lines = LandedFiles.lines(folder(day).resolve("refunds.csv"));
        byte[] bytes = LandedFiles.bytes(folder(day).resolve("refunds.csv"));
        JsonNode described = manifest(day).get("files").get(0);
        assertThat(lines).hasSizeGreaterThan(5);
        assertThat(described.get("name").asText()).isEqualTo("refunds.csv");
        assertThat(described.get("rows").intValue()).isEqualTo(lines.size());
        assertThat(described.get("size").intValue()).isEqualTo(bytes.length);
        assertThat(described.get("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(total(day)).isEqualTo(sum(lines));
    }

    @Test
    void aWrongTotalShowsUntilTheDayLandsAgain() throws IOException {
        LocalDate day = FROM.plusDays(9);
        shop.land(root, day);
        var right = new LandedFiles(root).checksums();
        BigDecimal total = total(day);

        shop.landWrongTotal(root, day);
        BigDecimal wrong = total(day);
        shop.land(root, day);

        assertThat(wrong).isEqualTo(total.add(new BigDecimal("100.00")));
        assertThat(new LandedFiles(root).checksums()).isEqualTo(right);
    }

    @Test
    void nobodyGetsBackMoreThanWasPaid() throws IOException {
        Refunds refunds = new Refunds(PLAN, new Orders(PLAN, new Catalogue(PLAN.seed())));
        Map<Order, Long> refunded = new HashMap<>();
        int[] days = new int[2];
        for (LocalDate day = FROM; day.isBefore(FROM.plusDays(60)); day = day.plusDays(1)) {
            LocalDate booked = day;
            refunds.booked(day, refund -> {
                refunded.merge(refund.order(), refund.amountMinor(), Long::sum);
                days[0] += booked.isBefore(refund.order().day().plusDays(2)) ? 1 : 0;
                days[1] += booked.isAfter(refund.order().day().plusDays(13)) ? 1 : 0;
            });
        }

        assertThat(refunded)
                .hasSizeGreaterThan(300)
                .allSatisfy((order, amount) -> assertThat(amount)
                        .isPositive()
                        .isLessThanOrEqualTo(order.payments().stream()
                                .filter(Payment::captured)
                                .mapToLong(Payment::amountMinor)
                                .sum()));
        assertThat(days[0]).isZero();
        assertThat(days[1]).as("refunds after two weeks or more").isGreaterThan(50);
    }

    private BigDecimal total(LocalDate day) throws IOException {
        return new BigDecimal(manifest(day).get("totals").get("amount").asText());
    }

    private JsonNode manifest(LocalDate day) throws IOException {
        return new ObjectMapper().readTree(folder(day).resolve("manifest.json").toFile());
    }

    private Path folder(LocalDate day) {
        return root.resolve("landing/backoffice/refunds/dt=" + day);
    }

    private static BigDecimal sum(List<String> lines) {
        return lines.stream()
                .map(line -> new BigDecimal(LandedOracle.csv(line).get(2)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
