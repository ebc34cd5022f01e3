package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SilverTruthTest {
    private static final LocalDate SATURDAY = LocalDate.parse("2026-01-03");
    private static final int DAYS = 11;

    @TempDir
    private Path root;

    @ParameterizedTest
    @EnumSource(Dirt.class)
    void saysWhatTheLandedFilesSayOnEveryDay(Dirt dirt) {
        Shop shop = shop(40, dirt);
        land(shop);

        for (LocalDate asOf : List.of(SATURDAY, SATURDAY.plusDays(1), SATURDAY.plusDays(3), SATURDAY.plusDays(10))) {
            SilverOracle oracle = new SilverOracle(root, asOf);
            for (String table : shop.tables().keySet()) {
                if (!table.endsWith(".customers")) {
                    assertThat(shop.rows(table, asOf))
                            .as("%s as of %s", table, asOf)
                            .isEqualTo(oracle.rows(table));
                }
            }
        }
        assertThat(shop.rows("silver.refunds", SATURDAY.plusDays(10))).hasSizeGreaterThan(5);
    }

    @Test
    void theOracleSeesAMissingFile() throws IOException {
        Shop shop = shop(40, Dirt.SOME);
        land(shop);
        Files.delete(root.resolve("landing/fleet/vehicle_pings/dt=2026-01-04/pings-07.jsonl"));

        assertThat(new SilverOracle(root, SATURDAY.plusDays(4)).rows("silver.vehicle_pings"))
                .isNotEqualTo(shop.rows("silver.vehicle_pings", SATURDAY.plusDays(4)));
    }

    @Test
    void writesRowsAndControlSumOfEveryTable() {
        Shop shop = shop(30, Dirt.HEAVY);
        LocalDate asOf = SATURDAY.plusDays(DAYS);
        SortedMap<String, String> expected = new TreeMap<>();
        shop.tables().forEach((table, columns) -> {
            List<String> rows = shop.rows(table, asOf);
            long control = rows.stream().mapToLong(SilverTruthTest::hash).sum();
            expected.put(table, rows.size() + "," + control + ",\"" + String.join(",", columns) + "\"");
        });

        SortedMap<String, String> written = new TreeMap<>();
        for (String line : LandedFiles.lines(shop.truth(root, asOf).resolve("silver.csv"))) {
            written.put(line.substring(0, line.indexOf(',')), line.substring(line.indexOf(',') + 1));
        }

        assertThat(written).hasSize(13).isEqualTo(expected);
    }

    @Test
    void isTheSameWhateverItWasAskedBefore() {
        Shop asked = shop(20, Dirt.SOME);
        for (int days = 0; days < DAYS + 4; days++) {
            asked.truth(root.resolve("asked"), SATURDAY.plusDays(days));
        }
        LocalDate asOf = SATURDAY.plusDays(DAYS);

        Path fresh = shop(20, Dirt.SOME).truth(root.resolve("fresh"), asOf);

        assertThat(asked.truth(root.resolve("again"), asOf).resolve("silver.csv"))
                .hasSameTextualContentAs(fresh.resolve("silver.csv"));
    }

    @Test
    void everyRowHasEveryColumn() {
        Shop shop = shop(30, Dirt.SOME);

        shop.tables()
                .forEach((table, columns) -> assertThat(shop.rows(table, SATURDAY.plusDays(DAYS)))
                        .as(table)
                        .isNotEmpty()
                        .allSatisfy(row -> assertThat(row.split("\\|", -1)).hasSameSizeAs(columns)));
    }

    private static long hash(String row) {
        try {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(row.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, md5).shiftRight(96).longValueExact();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void land(Shop shop) {
        for (int day = 0; day < DAYS; day++) {
            shop.land(root, SATURDAY.plusDays(day));
        }
    }

    private static Shop shop(int orders, Dirt dirt) {
        return new Shop(new ShopPlan(SATURDAY, orders, 9, dirt, Shop.ALL));
    }
}
