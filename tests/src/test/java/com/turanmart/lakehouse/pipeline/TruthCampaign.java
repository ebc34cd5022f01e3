package com.turanmart.lakehouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.shop.Dirt;
import com.turanmart.lakehouse.shop.Shop;
import com.turanmart.lakehouse.shop.ShopPlan;
import com.turanmart.lakehouse.shop.demo.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * L5 and L7 at length: ten days of all that the shop lands, with heavy dirt, on files and on S3, and late deliveries in
 * random order. A command of its own, because it takes long: {@code scripts/campaign truth}.
 */
class TruthCampaign {
    /** A Monday, on which everything lands. */
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 23);

    /** At least three: nothing is refunded earlier. */
    private static final int DAYS = Integer.getInteger("lakehouse.days", 10);

    private static final int ORDERS = 100;
    private static final long SEED = Long.getLong("lakehouse.seed", 13);
    private static final int SHUFFLES = Integer.getInteger("lakehouse.shuffles", 2);
    private static final Shop SHOP = new Shop(new ShopPlan(FIRST, ORDERS, SEED, Dirt.HEAVY, Shop.ALL));
    private static final List<LocalDate> ALL_DAYS =
            FIRST.datesUntil(FIRST.plusDays(DAYS)).toList();
    private static final LocalDate LAST = ALL_DAYS.get(DAYS - 1);
    /** The control total of the refunds is wrong until the sender corrects it. */
    private static final LocalDate OF_WRONG_TOTAL = ALL_DAYS.get(DAYS / 3);

    @TempDir
    private Path folder;

    private final List<InOrder> inOrder = new ArrayList<>();
    private final List<OutOfOrder> outOfOrder = new ArrayList<>();

    /** A lakehouse after all days: what its tables by SQL held, and what they hold since each was computed as a whole. */
    record Rebuilt(SortedMap<String, String> built, SortedMap<String, String> rebuilt) {}

    /** Nights in order; what was seen after each, and of silver after the last. */
    record InOrder(
            String place,
            SortedMap<LocalDate, SortedMap<String, TruthOfShop.Beside>> marts,
            SortedMap<String, TruthOfShop.Beside> silver,
            Rebuilt tables) {}

    /** Nights in which deliveries are late; what was seen after the last. */
    record OutOfOrder(
            long seed,
            LateDeliveries deliveries,
            List<ExitCode> nights,
            SortedMap<String, TruthOfShop.Beside> seen,
            Rebuilt tables) {}

    @Test
    void allThatTheShopKnowsIsThereAfterEveryNight() throws IOException {
        var files = folder.resolve("files");
        keep(inOrder, inOrder("files", LakehouseUnderTest.inFolder(LakehouseUnderTest.CONF, files), files));
        keep(
                inOrder,
                inOrder(
                        "S3",
                        LakehouseUnderTest.onS3(LakehouseUnderTest.CONF, folder.resolve("s3")),
                        folder.resolve("sender")));
        for (var seed = SEED; seed < SEED + SHUFFLES; seed++) {
            keep(outOfOrder, outOfOrder(seed));
        }

        assertThat(inOrder).allSatisfy(nights -> {
            nights.marts().values().forEach(TruthCampaign::isRight);
            isRight(nights.silver());
            assertThat(nights.tables().rebuilt()).isEqualTo(nights.tables().built());
            assertThat(nights.tables().built())
                    .isEqualTo(inOrder.get(0).tables().built());
        });
        assertThat(outOfOrder).allSatisfy(nights -> {
            isRight(nights.seen());
            assertThat(nights.tables().rebuilt()).isEqualTo(nights.tables().built());
            assertThat(nights.tables().built())
                    .isEqualTo(inOrder.get(0).tables().built());
        });
    }

    /** What is there is written at once: the whole takes long. */
    private <T> void keep(List<T> all, T nights) throws IOException {
        all.add(nights);
        new TruthPage(SHOP, inOrder, outOfOrder).write();
    }

    private static void isRight(SortedMap<String, TruthOfShop.Beside> tables) {
        assertThat(tables).isNotEmpty().allSatisfy((table, beside) -> {
            assertThat(beside.differences()).as(table).isEmpty();
            assertThat(beside.rows()).as(table).isPositive();
        });
    }

    private static InOrder inOrder(String place, LakehouseUnderTest lakehouse, Path root) {
        var delivery = new Delivery(root, lakehouse.storage());
        var marts = new TreeMap<LocalDate, SortedMap<String, TruthOfShop.Beside>>();
        for (var day : ALL_DAYS) {
            SHOP.land(root, day);
            if (day.equals(OF_WRONG_TOTAL)) {
                SHOP.landWrongTotal(root, day);
                delivery.toLandingZone();
                ends(lakehouse, day, ExitCode.HELD);
                SHOP.land(root, day);
                delivery.again("backoffice/refunds/dt=" + day);
            }
            delivery.toLandingZone();
            ends(lakehouse, day, ExitCode.DONE);
            marts.put(day, beside(lakehouse, root, day, TruthOfShop.marts(SHOP)));
            say(place + ", " + day, marts.get(day));
        }
        var silver = beside(lakehouse, root, LAST, TruthOfShop.silver(SHOP));
        say(place + ", silver", silver);
        return new InOrder(place, marts, silver, rebuilt(lakehouse));
    }

    private OutOfOrder outOfOrder(long seed) {
        var root = folder.resolve("seed " + seed);
        var lakehouse = LakehouseUnderTest.inFolder(LakehouseUnderTest.CONF, root);
        var dice = new Random(seed);
        var deliveries = new LateDeliveries(SHOP, ALL_DAYS, dice, folder.resolve("made for " + seed), root);
        var nights = new ArrayList<ExitCode>();
        for (var night : ALL_DAYS) {
            deliveries.land(night);
            if (night.equals(LAST) || dice.nextInt(3) > 0) {
                nights.add(lakehouse.run(night).exitCode());
            }
        }
        assertThat(nights).as("seed " + seed).containsOnly(ExitCode.DONE, ExitCode.WAITING);
        assertThat(nights.get(nights.size() - 1)).as("seed " + seed).isEqualTo(ExitCode.DONE);
        var seen = beside(lakehouse, root, LAST, TruthOfShop.marts(SHOP));
        seen.putAll(beside(lakehouse, root, LAST, TruthOfShop.silver(SHOP)));
        say("seed " + seed + ", " + nights, seen);
        return new OutOfOrder(seed, deliveries, nights, seen, rebuilt(lakehouse));
    }

    private static void ends(LakehouseUnderTest lakehouse, LocalDate day, ExitCode expected) {
        assertThat(lakehouse.run(day).exitCode()).as("night of " + day).isEqualTo(expected);
    }

    private static SortedMap<String, TruthOfShop.Beside> beside(
            LakehouseUnderTest lakehouse, Path root, LocalDate day, List<String> tables) {
        var truth = new TruthOfShop(SHOP, root, day);
        var beside = new TreeMap<String, TruthOfShop.Beside>();
        tables.forEach(table -> beside.put(table, truth.beside(lakehouse, table)));
        return beside;
    }

    private static Rebuilt rebuilt(LakehouseUnderTest lakehouse) {
        var built = lakehouse.digests();
        assertThat(lakehouse.rebuild(LAST).exitCode()).isEqualTo(ExitCode.DONE);
        return new Rebuilt(built, lakehouse.digests());
    }

    private static void say(String what, SortedMap<String, TruthOfShop.Beside> seen) {
        System.out.println("truth: " + what + ": "
                + seen.values().stream().mapToLong(TruthOfShop.Beside::rows).sum() + " rows, "
                + seen.values().stream()
                        .mapToLong(beside -> beside.differences().size())
                        .sum()
                + " differences");
        seen.forEach((table, beside) ->
                beside.differences().stream().limit(10).forEach(line -> System.out.println(table + " " + line)));
    }
}
