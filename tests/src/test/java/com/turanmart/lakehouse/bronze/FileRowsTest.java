package com.turanmart.lakehouse.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.bronze.format.SentFiles;
import com.turanmart.lakehouse.core.conf.Dialect;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Run;
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
    private static final SentAs PLAIN = SentFiles.csv(new Dialect.Plain());
    private static final SentAs DMS = SentFiles.csv(new Dialect.Dms("Op", "change_seq", "commit_ts"));
    private static final SentAs JSON = SentFiles.jsonLines();
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
        var rows = rows(PLAIN, "order_id,country\n" + "17,KZ\n".repeat(12)).subList(0, 12);

        assertThat(text(rows.get(0), "_sequence")).isEqualTo("shop/dt=2026-02-03/part-1.csv#000000000002");
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

        assertThat(text(row, "_source")).isEqualTo("shop");
        assertThat(text(row, "_file")).isEqualTo("shop/dt=2026-02-03/part-1.csv");
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
        assertThat(row.isNullAt(field(BronzeRows.END))).isTrue();
    }

    @Test
    void theLastRowSaysWhatTheReaderSaw() {
        var end = end(rows(PLAIN, "order_id,country\n17,KZ\n18,UZ,more\n19,AE\n"));

        assertThat(end).isEqualTo(new FileEnd(Optional.empty(), 2, 1, 0, List.of(), Map.of()));
    }

    @Test
    void theLastRowSaysWhichColumnsAreMissingAndWhichNobodyDeclared() {
        var end = end(rows(JSON, "{'order_id':1,'coupon':'A'}\n{'order_id':2,'land':'KZ'}\n{'coupon':null}\n"));

        assertThat(end.missing()).containsExactly("country");
        assertThat(end.undeclared()).containsExactlyInAnyOrderEntriesOf(Map.of("coupon", 2L, "land", 1L));
    }

    @Test
    void aDeleteThatTellsItsKeyOnlyMissesNothing() {
        var end = end(rows(DMS, "Op,change_seq,order_id\nD,1,17\n"));

        assertThat(end.missing()).isEmpty();
    }

    @Test
    void aFileThatInventsColumnsFillsNoMemory() {
        var file = new StringBuilder();
        for (var i = 0; i < 300; i++) {
            file.append("{'order_id':1,'country':'KZ','key").append(i).append("':1}\n");
        }

        assertThat(end(rows(JSON, file.toString())).undeclared()).hasSize(100);
    }

    @Test
    void aFileThatBreaksOffEndsInOneRowThatSaysSo() {
        var rows = rows(PLAIN, "order_id,country\n17,KZ\n18,\"UZ\n");

        assertThat(rows).hasSize(2);
        assertThat(end(rows).problem().orElseThrow()).startsWith("it ends inside quotes");
        assertThat(end(rows).records()).isEqualTo(1);
        assertThat(text(rows.get(1), "_file")).isEqualTo("shop/dt=2026-02-03/part-1.csv");
    }

    @Test
    void aFileThatCannotBeOpenedIsOneRowThatSaysWhy() {
        var rows = rows(PLAIN, "id,id\n17,18\n");

        assertThat(rows).hasSize(1);
        assertThat(end(rows).problem()).contains("its header names a column twice");
    }

    @Test
    void aFileThatIsGoneIsOneRowThatSaysSo() {
        var rows = all(new FileRows(PLAIN, landed("shop/dt=2026-02-03/gone.csv"), RUN, TestSession.storage(root)));

        assertThat(rows).hasSize(1);
        assertThat(end(rows).problem().orElseThrow()).contains("gone.csv");
    }

    @Test
    void everyRowFitsTheSchemaOfBronze() {
        var rows = rows(DMS, "Op,order_id,coupon,country\nI,17,SPRING,KZ\n18\nI,19,\"");

        var taken = TestSession.rows(BronzeRows.readSchema(DMS), rows);

        assertThat(taken.collectAsList()).hasSize(3);
        assertThat(end(taken.collectAsList())).isEqualTo(end(rows));
    }

    @Test
    void thereIsNothingAfterTheEnd() {
        write("order_id,country\n");
        var rows = new FileRows(PLAIN, landed("shop/dt=2026-02-03/part-1.csv"), RUN, TestSession.storage(root));

        rows.next();

        assertThat(rows.hasNext()).isFalse();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    }

    private List<Row> rows(SentAs sent, String text) {
        write(text);
        return all(new FileRows(sent, landed("shop/dt=2026-02-03/part-1.csv"), RUN, TestSession.storage(root)));
    }

    private static List<Row> all(FileRows rows) {
        var all = new ArrayList<Row>();
        rows.forEachRemaining(all::add);
        return all;
    }

    private void write(String text) {
        try {
            var file = root.resolve("landing/shop/dt=2026-02-03/part-1.csv");
            Files.createDirectories(file.getParent());
            Files.write(file, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
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

    private static FileEnd end(List<Row> rows) {
        return FileEnd.of(rows.get(rows.size() - 1).getStruct(field(BronzeRows.END)));
    }

    private static String text(Row row, String column) {
        return row.getString(field(column));
    }

    private static int field(String column) {
        return BronzeRows.readSchema(PLAIN).fieldIndex(column);
    }
}
