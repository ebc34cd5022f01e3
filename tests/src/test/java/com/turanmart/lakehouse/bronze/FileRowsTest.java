package com.turanmart.lakehouse.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.core.conf.Dialect;
import com.turanmart.lakehouse.core.conf.Environment;
import com.turanmart.lakehouse.core.conf.Format;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.storage.StoredFile;
import com.turanmart.lakehouse.spark.TestSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRowsTest {
    private static final List<String> COLUMNS = List.of("order_id", "country");
    private static final SentAs PLAIN = new SentAs(COLUMNS, new Format.Csv(","), new Dialect.Plain(), 3);
    private static final SentAs DMS =
            new SentAs(COLUMNS, new Format.Csv(","), new Dialect.Dms("Op", "change_seq", "commit_ts"), 3);
    private static final Run RUN =
            new Run("r-81", LocalDate.parse("2026-02-04"), Instant.parse("2026-02-04T01:00:00.123456Z"));

    @TempDir
    private Path root;

    @Test
    void aFullLoadIsInsertsWithoutASequence() {
        var row = rows(DMS, "order_id,country\n17,KZ\n").get(0);

        assertThat(text(row, "_op")).isEqualTo("I");
        assertThat(text(row, "_sequence")).isNull();
        assertThat(text(row, "_committed_at")).isNull();
    }

    @Test
    void aChangeCarriesItsOperationSequenceAndCommitTime() {
        var row = rows(DMS, "Op,change_seq,commit_ts,order_id,country\nD,20260203,2026-02-03 10:00:00,17,KZ\n")
                .get(0);

        assertThat(text(row, "_op")).isEqualTo("D");
        assertThat(text(row, "_sequence")).hasSize(38).endsWith("0020260203");
        assertThat(text(row, "_committed_at")).isEqualTo("2026-02-03 10:00:00");
    }

    @Test
    void aSequenceSortsLikeItsNumber() {
        var sent = List.of("9", "10", "99999999999999999999999999999999999", "100000000000000000000000000000000000000");
        var file = new StringBuilder("Op,change_seq,order_id,country\n");
        sent.forEach(sequence -> file.append("U,").append(sequence).append(",17,KZ\n"));

        var rows = rows(DMS, file.toString());

        assertThat(rows).extracting(row -> text(row, "_sequence")).isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void columnsThatNobodyDeclaredAreRescuedAndThoseOfTheDialectAreNot() {
        var rows = rows(DMS, "Op,change_seq,commit_ts,order_id,coupon,country\nI,1,,17,SPRING,KZ\n");

        Map<String, String> rescued = rows.get(0).getJavaMap(field("_rescued"));
        assertThat(rescued).containsExactly(Map.entry("coupon", "SPRING"));
    }

    @Test
    void nothingRescuedIsNull() {
        var row = rows(PLAIN, "country,order_id\nKZ,17\n").get(0);

        assertThat(row.isNullAt(field("_rescued"))).isTrue();
        assertThat(text(row, "order_id")).isEqualTo("17");
    }

    @Test
    void rowsWithoutASequenceFollowTheirFileAndLine() {
        var rows = rows(PLAIN, "order_id,country\n" + "17,KZ\n".repeat(12));

        assertThat(text(rows.get(0), "_sequence")).isEqualTo("dt=2026-02-03/part-1.csv#000000000002");
        assertThat(rows)
                .extracting(row -> text(row, "_sequence"))
                .isSortedAccordingTo(Comparator.naturalOrder())
                .doesNotHaveDuplicates();
    }

    @Test
    void theSequenceIsTheSameInEveryLanguageOfTheMachine() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            var row = rows(PLAIN, "order_id,country\n17,KZ\n").get(0);

            assertThat(text(row, "_sequence")).endsWith("#000000000002");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void tellsWhereARowCameFrom() {
        var row = rows(PLAIN, "order_id,country\n17,KZ\n").get(0);

        assertThat(text(row, "_file")).isEqualTo("dt=2026-02-03/part-1.csv");
        assertThat(row.getLong(field("_line"))).isEqualTo(2);
        assertThat(text(row, "_file_sha256")).isEqualTo("abc");
        assertThat(row.<Date>getAs(field("_data_date"))).isEqualTo(Date.valueOf("2026-02-03"));
        assertThat(row.getInt(field("_schema_version"))).isEqualTo(3);
        assertThat(text(row, "_run_id")).isEqualTo("r-81");
        assertThat(row.<Timestamp>getAs(field("_loaded_at"))).isEqualTo(Timestamp.from(RUN.startedAt()));
    }

    @Test
    void aMalformedRecordIsARowWithItsReasonAndText() {
        var row = rows(PLAIN, "order_id,country\n17,KZ,more\n").get(0);

        assertThat(text(row, BronzeRows.MALFORMED)).isEqualTo("3 fields, the header has 2");
        assertThat(text(row, BronzeRows.RAW)).isEqualTo("17,KZ,more");
        assertThat(text(row, BronzeRows.UNREADABLE)).isNull();
    }

    @Test
    void aFileThatBreaksOffEndsInOneRowThatSaysSo() {
        var rows = rows(PLAIN, "order_id,country\n17,KZ\n18,\"UZ\n");

        assertThat(rows).hasSize(2);
        assertThat(text(rows.get(1), BronzeRows.UNREADABLE)).startsWith("it ends inside quotes");
        assertThat(text(rows.get(1), "_file")).isEqualTo("dt=2026-02-03/part-1.csv");
    }

    @Test
    void aFileThatCannotBeOpenedIsOneRowThatSaysWhy() {
        var rows = rows(PLAIN, "id\n17\n");

        assertThat(rows)
                .extracting(row -> text(row, BronzeRows.UNREADABLE))
                .containsExactly("its header lacks order_id, country");
    }

    @Test
    void aFileThatIsGoneIsOneRowThatSaysSo() {
        var rows = all(new FileRows(PLAIN, landed("dt=2026-02-03/gone.csv"), RUN, storage()));

        assertThat(rows).hasSize(1);
        assertThat(text(rows.get(0), BronzeRows.UNREADABLE)).contains("gone.csv");
    }

    @Test
    void everyRowFitsTheSchemaOfBronze() {
        var rows = rows(DMS, "Op,order_id,coupon,country\nI,17,SPRING,KZ\n18\nI,19,\"");

        var taken = TestSession.rows(BronzeRows.readSchema(DMS), rows);

        assertThat(taken.collectAsList()).hasSize(3);
    }

    @Test
    void thereIsNothingAfterTheEnd() {
        write("order_id,country\n");
        var rows = new FileRows(PLAIN, landed("dt=2026-02-03/part-1.csv"), RUN, storage());

        assertThat(rows.hasNext()).isFalse();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    }

    private List<Row> rows(SentAs sent, String text) {
        write(text);
        return all(new FileRows(sent, landed("dt=2026-02-03/part-1.csv"), RUN, storage()));
    }

    private static List<Row> all(FileRows rows) {
        var all = new ArrayList<Row>();
        rows.forEachRemaining(all::add);
        return all;
    }

    private void write(String text) {
        try {
            var file = root.resolve("landing/dt=2026-02-03/part-1.csv");
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private LandedFile landed(String path) {
        var uri = root.resolve("landing").resolve(path).toUri().toString();
        return new LandedFile(
                TableName.parse("bronze.shop_orders"),
                new StoredFile(uri, path, 1, 1, ""),
                LocalDate.parse("2026-02-03"),
                path,
                "abc");
    }

    private Storage storage() {
        return Storage.of(new Environment("", root.toString(), Map.of(), Optional.empty(), 1, Map.of()));
    }

    private static String text(Row row, String column) {
        return row.getString(field(column));
    }

    private static int field(String column) {
        return BronzeRows.readSchema(PLAIN).fieldIndex(column);
    }
}
