package com.turanmart.lakehouse.silver;

import static com.turanmart.lakehouse.silver.Declared.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.turanmart.lakehouse.core.conf.Privacy.Pseudonym;
import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.SecretReference;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Gate;
import com.turanmart.lakehouse.quality.Releases;
import com.turanmart.lakehouse.spark.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SilverLoadTest {
    private static final TableName BRONZE = TableName.parse("bronze.shop_orders");
    private static final TableName SILVER = TableName.parse("silver.orders");
    private static final TableName QUARANTINE = TableName.parse("quarantine.silver_orders");
    private static final List<String> COLUMNS = List.of("id", "status", "amount");
    private static final Run RUN = new Run("r-1", LocalDate.parse("2026-02-03"), Instant.parse("2026-02-04T01:00:00Z"));

    private static final int SPLITS = 30;

    @TempDir
    private Path root;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = TestSession.tables(root);
    }

    @Test
    void nothingHasComeWhereThereIsNoBronzeYet() {
        assertThat(load().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(tables.version(SILVER)).isEmpty();
    }

    @Test
    void theStampSaysHowFarBronzeIsTaken() {
        arrive(BronzeRow.of("I", "1", "17", "new", "1"));
        arrive(BronzeRow.of("I", "1", "18", "new", "1"));
        load();

        var bronze = tables.incarnation(TableName.parse("bronze.shop_orders"));
        assertThat(tables.stamp(SILVER)).hasValue(new Stamp("r-1", Map.of(bronze, 1L), List.of()));
    }

    /** Three nights of one table; each key has a story of its own. */
    @Test
    void newerVersionsComeInOlderOnesDoNotAndDeletesAreRemembered() {
        arrive(
                BronzeRow.of("I", "1", "1", "new", "1"),
                BronzeRow.of("U", "5", "2", "paid", "1"),
                BronzeRow.of("I", "1", "3", "new", "1"),
                BronzeRow.of("I", "1", "4", "new", "1"),
                BronzeRow.of("D", "5", "5", "new", "1"),
                BronzeRow.of("D", "5", "6", "new", "1"),
                BronzeRow.of("U", "5", "7", "paid", "1"),
                BronzeRow.of("I", "1", "8", "new", "1"));
        load();
        arrive(
                BronzeRow.of("U", "2", "1", "newer version", "1"),
                BronzeRow.of("I", "3", "2", "zz older version", "9"),
                BronzeRow.of("D", "5", "3", "new", "1"),
                BronzeRow.of("D", "5", "4", "new", "1"),
                BronzeRow.of("I", "1", "5", "older than its delete", "1"),
                BronzeRow.of("I", "6", "6", "back after its delete", "1"),
                BronzeRow.of("D", "3", "7", "older delete", "1"),
                BronzeRow.of("D", "5", "99", "never came", "1"));
        var second = load();
        arrive(BronzeRow.of("U", "3", "4", "late change", "1"));
        var third = load();

        assertThat(kept())
                .containsExactlyInAnyOrder(
                        "[1,newer version,1.00,2]",
                        "[2,paid,1.00,5]",
                        "[6,back after its delete,1.00,6]",
                        "[7,paid,1.00,5]",
                        "[8,new,1.00,1]");
        assertThat(second.counts()).isEqualTo(new Counts(8, 1, 1, 2, 4, 0, 0));
        assertThat(third.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0, 0));
    }

    /** Each case is a set of keys of its own, so that many splits share the few loads of one table. */
    @Test
    void l3AnySplitAndOrderOfTheSameRowsGivesTheSameTable() {
        var seed = ThreadLocalRandom.current().nextLong();
        System.out.println("SilverLoadTest L3 seed " + seed);
        var random = new Random(seed);
        var history = history(random);
        var batches = Stream.generate(() -> new ArrayList<BronzeRow>()).limit(3).toList();
        for (var split = 0; split < SPLITS; split++) {
            Collections.shuffle(history, random);
            for (var version : history) {
                var id = "" + (1000 * split + Integer.parseInt(version.texts().get(0)));
                batches.get(random.nextInt(batches.size()))
                        .add(BronzeRow.of(
                                version.op(),
                                version.sequence(),
                                id,
                                version.texts().get(1),
                                version.texts().get(2)));
            }
        }

        for (var batch : batches) {
            arrive(batch.toArray(BronzeRow[]::new));
            assertThat(load().counts().addUp()).isTrue();
        }

        var kept = tables.read(SILVER)
                .selectExpr("id % 1000", "status", "amount", "_sequence")
                .collectAsList();
        var expected = new LatestOfAll(history).rows();
        assertThat(kept.stream().map(Row::toString))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(Collections.nCopies(SPLITS, expected).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<BronzeRow> history(Random random) {
        var history = new ArrayList<BronzeRow>();
        for (var i = 0; i < 40; i++) {
            history.add(BronzeRow.of(
                    random.nextInt(4) == 0 ? "D" : "U",
                    random.nextInt(5) == 0 ? null : "" + random.nextInt(4),
                    "" + random.nextInt(12),
                    random.nextInt(3) == 0 ? null : "" + (char) ('a' + random.nextInt(3)),
                    random.nextInt(3) == 0 ? null : "" + random.nextInt(3)));
        }
        return history;
    }

    @Test
    void aVersionThatIsKnownAlreadyUpdatesNothingAndIsTakenAllTheSame() {
        arrive(BronzeRow.of("I", "1", "17", "new", "1"));
        load();
        arrive(BronzeRow.of("I", "1", "17", "new", "1"), BronzeRow.of("I", "1", "17", "new", "1"));

        var result = load();

        assertThat(result.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(result.counts()).isEqualTo(new Counts(2, 0, 0, 0, 1, 1, 0));
        assertThat(load().outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void aBatchOfDeletesAloneIsNotHeldByRulesAboutRows() {
        arrive(BronzeRow.of("I", "1", "17", "new", "1"), BronzeRow.of("I", "1", "18", "new", "1"));
        load();
        arrive(BronzeRow.of("D", "5", "17", "new", "1"));

        var result = load(table(List.of(), List.of("ColumnValues \"amount\" >= 0", "IsComplete \"status\"")));

        assertThat(result.notes()).isEmpty();
        assertThat(kept()).containsExactly("[18,new,1.00,1]");
    }

    @Test
    void rowsThatCannotBeTakenArePutAsideWithTheirReason() {
        arrive(
                BronzeRow.of("I", "1", "17", "new", "1"),
                BronzeRow.of("I", "1", "18", "new", "1.234"),
                BronzeRow.of("I", "1", "19", "odd", "1"));

        var result = load(table(List.of("ColumnValues \"status\" in [\"new\", \"paid\"]"), List.of()));

        assertThat(result.counts()).isEqualTo(new Counts(3, 1, 0, 0, 0, 0, 2));
        assertThat(tables.read(QUARANTINE).select("_reason").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrder(
                        "amount is no decimal(18,2)", "ColumnValues \"status\" in [\"new\",\"paid\"]");
    }

    @Test
    void aHeldBatchLeavesTheTableAndDoesNotDoubleItsQuarantineWhenItIsTriedAgain() {
        arrive(BronzeRow.of("I", "1", "17", "new", "1"));
        load();
        arrive(BronzeRow.of("I", "1", "18", "new", "-1"), BronzeRow.of("I", "1", "19", "new", "1.234"));
        var strict = table(List.of(), List.of("ColumnValues \"amount\" >= 0"));

        var first = load(strict);
        var second = load(strict);

        assertThat(List.of(first, second)).extracting(StepResult::outcome).containsOnly(Outcome.HELD);
        assertThat(first.notes())
                .containsExactly(
                        "held: ColumnValues \"amount\" >= 0: 1 of 1 rows break it, expected none; such as id=18;"
                                + " failing since 2026-02-03; ask commerce-data: deliver later versions of these rows");
        assertThat(kept()).containsExactly("[17,new,1.00,1]");
        assertThat(tables.read(QUARANTINE).count()).isEqualTo(1);
    }

    @Test
    void keysAreTakenAsTheyAreWritten() {
        var keys = List.of("it's", "back\\slash", "${env:PATH}", "line\nbreak", "\"quoted\"", "");
        var byText = Declared.table(
                List.of("status"),
                new Write.Merge(List.of("_sequence"), Optional.empty(), false, false),
                rules(List.of(), List.of()),
                sent("status", "string"),
                sent("amount", "decimal(18,2)"));
        arrive(keys.stream().map(key -> BronzeRow.of("I", "1", "0", key, "1")).toArray(BronzeRow[]::new));
        load(byText);
        for (var between : List.of(List.of("${env:PATH}", "it's"), List.of("back\\slash", "line\nbreak"))) {
            arrive(between.stream()
                    .map(key -> BronzeRow.of("U", "2", "0", key, "2"))
                    .toArray(BronzeRow[]::new));
            load(byText);
        }

        assertThat(tables.read(SILVER).select("status").where("amount = 2").collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrder("${env:PATH}", "it's", "back\\slash", "line\nbreak");
        assertThat(tables.read(SILVER).count()).isEqualTo(keys.size());
    }

    @Test
    void keysOfBytesAreTakenAsTheyAre() {
        var byBytes = Declared.table(
                List.of("status"),
                new Write.Merge(List.of("_sequence"), Optional.empty(), false, false),
                rules(List.of(), List.of()),
                Declared.written(sent("status", "binary"), "encoding: hex"),
                sent("amount", "decimal(18,2)"));
        arrive(BronzeRow.of("I", "1", "0", "01ff", "1"), BronzeRow.of("I", "1", "0", "fe00", "1"));
        load(byBytes);
        arrive(BronzeRow.of("U", "2", "0", "01ff", "2"));

        load(byBytes);

        assertThat(tables.read(SILVER).selectExpr("hex(status)", "amount").collectAsList())
                .extracting(Row::toString)
                .containsExactlyInAnyOrder("[01FF,2.00]", "[FE00,1.00]");
    }

    @Test
    void aTableOfOtherColumnsThanAreDeclaredTakesNothingAndPutsNothingAside() throws IOException {
        arrive(BronzeRow.of("I", "1", "17", "new", "1"));
        load();
        arrive(BronzeRow.of("I", "1", "18", "new", "1"), BronzeRow.of("I", "1", "none", "new", "1"));
        var key = Files.writeString(root.resolve("key"), "k".repeat(32));
        var pseudonym = new Pseudonym(new SecretReference.File(key.toString()), 1, "people", false);
        var other = Declared.table(
                List.of("id"),
                new Write.Merge(List.of("_sequence"), Optional.empty(), false, false),
                rules(List.of(), List.of()),
                sent("id", "int"),
                sent("status", "string"),
                Declared.derived("shouted", "upper(status)", "string"),
                Declared.personal(Declared.sentAs("who", "status", "string"), pseudonym));

        assertThatThrownBy(() -> load(other))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("silver.orders has other columns than are declared now: amount is not declared"
                        + " any more, id is int and was bigint, shouted is new, who is new. Nothing was written.");
        assertThat(tables.version(QUARANTINE)).isEmpty();

        load();
        assertThat(kept()).hasSize(2);
    }

    private void arrive(BronzeRow... rows) {
        var file = "part-" + tables.version(BRONZE).orElse(-1) + ".csv";
        var sent = Stream.of(rows).map(row -> row.in(file)).toList();
        tables.append(BRONZE, BronzeRow.rows(COLUMNS, sent), Stamp.ofFiles(RUN, List.of()), List.of("_data_date"));
    }

    private StepResult load() {
        return load(table(List.of(), List.of()));
    }

    private StepResult load(SilverTable table) {
        return new SilverLoad(tables, new Gate(RUN, tables, List.of(table), new Releases(List.of()))).load(RUN, table);
    }

    private List<String> kept() {
        return tables.read(SILVER).collectAsList().stream().map(Row::toString).toList();
    }

    private static SilverTable table(List<String> quarantine, List<String> block) {
        return Declared.table(
                List.of("id"),
                new Write.Merge(List.of("_sequence"), Optional.of("_op = 'D'"), false, false),
                rules(quarantine, block),
                sent("id", "bigint"),
                sent("status", "string"),
                sent("amount", "decimal(18,2)"));
    }

    private static Quality rules(List<String> quarantine, List<String> block) {
        return new Quality(quarantine, block, List.of());
    }
}
