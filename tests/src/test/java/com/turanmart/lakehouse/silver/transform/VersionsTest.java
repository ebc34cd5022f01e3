package com.turanmart.lakehouse.silver.transform;

import static com.turanmart.lakehouse.silver.Declared.sent;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.silver.BronzeRow;
import com.turanmart.lakehouse.silver.Declared;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private static final List<String> COLUMNS = List.of("case_no", "id", "status", "amount");
    private static final SilverTable TABLE = Declared.table(
            List.of("case_no", "id"),
            new Write.Merge(List.of("_sequence"), Optional.of("_op = 'D'"), false, false),
            Quality.NONE,
            sent("case_no", "int"),
            sent("id", "bigint"),
            sent("status", "string"),
            sent("amount", "decimal(18,2)"));

    @Test
    void theLatestVersionWinsWhereverItStands() {
        assertThat(latest(
                        BronzeRow.of("U", "2", "0", "17", "paid", "1"),
                        BronzeRow.of("U", "3", "0", "17", "sent", "1"),
                        BronzeRow.of("I", "1", "0", "17", "new", "1")))
                .containsExactly("[0,17,sent,1.00,3,1]");
    }

    @Test
    void eachKeyHasItsOwnLatestVersion() {
        assertThat(latest(BronzeRow.of("U", "1", "0", "17", "a", "1"), BronzeRow.of("U", "2", "0", "18", "b", "1")))
                .containsExactlyInAnyOrder("[0,17,a,1.00,1,1]", "[0,18,b,1.00,2,1]");
    }

    @Test
    void aVersionWithoutASequenceComesBeforeAllOthers() {
        assertThat(latest(
                        BronzeRow.of("U", "1", "0", "17", "changed", "1"),
                        BronzeRow.of("I", null, "0", "17", "zz loaded", "9")))
                .containsExactly("[0,17,changed,1.00,1,1]");
    }

    @Test
    void ofADeleteAndARowThatTieTheDeleteWins() {
        assertThat(latest(BronzeRow.of("U", "2", "0", "17", "zz", "9"), BronzeRow.of("D", "2", "0", "17", "aa", "1")))
                .containsExactly("[0,17,aa,1.00,2,2]");
    }

    @Test
    void aRowAfterADeleteIsBack() {
        assertThat(latest(BronzeRow.of("D", "2", "0", "17", "aa", "1"), BronzeRow.of("I", "3", "0", "17", "back", "1")))
                .containsExactly("[0,17,back,1.00,3,1]");
    }

    @Test
    void anOperationThatNobodySentIsNoDelete() {
        assertThat(latest(BronzeRow.of(null, "2", "0", "17", "a", "1"))).containsExactly("[0,17,a,1.00,2,1]");
    }

    @Test
    void aTieIsDecidedByTheContentAndNotByTheFile() {
        var a = new BronzeRow("U", "2", "a.csv", 9, List.of("0", "17", "b", "1"));
        var z = new BronzeRow("U", "2", "z.csv", 1, List.of("0", "17", "a", "5"));

        assertThat(latest(a, z)).containsExactly("[0,17,b,1.00,2,1]");
        assertThat(latest(z, a)).containsExactly("[0,17,b,1.00,2,1]");
    }

    /** 200 shuffles of the same versions, each as a case of its own: full of ties, nulls and deletes. */
    @Test
    void theOrderInWhichVersionsComeDecidesNothing() {
        var seed = ThreadLocalRandom.current().nextLong();
        System.out.println("VersionsTest seed " + seed);
        var random = new Random(seed);
        var versions = new ArrayList<BronzeRow>();
        for (var i = 0; i < 30; i++) {
            versions.add(BronzeRow.of(
                    random.nextInt(4) == 0 ? "D" : "U",
                    random.nextInt(5) == 0 ? null : "" + random.nextInt(3),
                    "",
                    "" + random.nextInt(6),
                    random.nextInt(3) == 0 ? null : "" + (char) ('a' + random.nextInt(3)),
                    random.nextInt(3) == 0 ? null : "" + random.nextInt(3)));
        }
        var shuffled = new ArrayList<BronzeRow>();
        for (var shuffle = 0; shuffle < 200; shuffle++) {
            Collections.shuffle(versions, random);
            for (var version : versions) {
                var texts = new ArrayList<>(version.texts());
                texts.set(0, "" + shuffle);
                shuffled.add(new BronzeRow(version.op(), version.sequence(), "part-" + random.nextInt(9), 1, texts));
            }
        }

        var latest = latestOf(shuffled);

        var results = latest.groupBy("id")
                .agg(
                        org.apache.spark.sql.functions.expr("count(*)"),
                        org.apache.spark.sql.functions.expr(
                                "count(DISTINCT struct(status, amount, _sequence, _state))"))
                .collectAsList();
        assertThat(results).as("seed %d", seed).isNotEmpty().allSatisfy(row -> {
            assertThat(row.getLong(1)).isEqualTo(200);
            assertThat(row.getLong(2)).isEqualTo(1);
        });
    }

    private static List<String> latest(BronzeRow... rows) {
        return latestOf(List.of(rows)).collectAsList().stream()
                .map(Row::toString)
                .toList();
    }

    private static Dataset<Row> latestOf(List<BronzeRow> rows) {
        var versions = new Versions(TABLE);
        return versions.latest(versions.stated(Typed.rows(TABLE, BronzeRow.rows(COLUMNS, rows))));
    }
}
