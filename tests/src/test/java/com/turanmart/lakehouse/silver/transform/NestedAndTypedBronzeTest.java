package com.turanmart.lakehouse.silver.transform;

import static com.turanmart.lakehouse.silver.Declared.personal;
import static com.turanmart.lakehouse.silver.Declared.sent;
import static com.turanmart.lakehouse.silver.Declared.sentAs;
import static com.turanmart.lakehouse.silver.Declared.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.Privacy;
import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.silver.BronzeRow;
import com.turanmart.lakehouse.silver.Declared;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Columns inside nested JSON, lists taken apart, and bronze that has types of its own. */
class NestedAndTypedBronzeTest {
    @Test
    void aFieldOfNestedJsonIsTypedLikeAColumn() {
        var table = table(sentAs("city", "v.home.city", "string"), sentAs("zip", "v.home.zip", "int"));

        var rows = typed(
                table,
                "{\"home\": {\"city\": \"Bukhara\", \"zip\": 200100}}",
                "{\"home\": {\"zip\": 1.5}}",
                "{\"home\": null}",
                "{}",
                "{\"home\": \"Bukhara\"}",
                "no JSON",
                null);

        assertThat(rows)
                .extracting(row -> row.get(0) + "" + row.get(1) + row.getAs(Typed.FAULT) + row.getAs(Typed.FAULT_COLUMN)
                        + row.getAs(Typed.FAULT_RAW))
                .containsExactly(
                        "Bukhara200100nullnullnull",
                        "nullnullzip is no intzip1.5",
                        "nullnullnullnullnull",
                        "nullnullnullnullnull",
                        "nullnullcity is no string; zip is no intcity{\"home\": \"Bukhara\"}",
                        "nullnullcity is no string; zip is no intcityno JSON",
                        "nullnullnullnullnull");
    }

    @Test
    void whatWasSentForAPersonalColumnAndBesideItIsNeverShown() {
        var table = table(
                sentAs("zip", "v.zip", "int"),
                personal(sentAs("born", "v.born", "date"), new Privacy.Drop()),
                personal(sentAs("phone", "w", "bigint"), new Privacy.Drop()));

        var rows = Typed.rows(
                        table,
                        BronzeRow.rows(
                                List.of("v", "w"),
                                List.of(BronzeRow.of("I", "1", "{\"zip\": \"x\", \"born\": \"Ann\"}", "Ann"))))
                .collectAsList();

        assertThat(rows.get(0).<String>getAs(Typed.FAULT))
                .isEqualTo("zip is no int; born is no date; phone is no bigint");
        assertThat(rows.get(0).<String>getAs(Typed.FAULT_COLUMN)).isEqualTo("zip");
        assertThat(rows.get(0).toString()).doesNotContain("Ann");
    }

    @Test
    void aListIsTakenApartIntoRows() {
        var table = Declared.exploded(
                table(
                        sentAs("place", "_position", "bigint"),
                        sentAs("title", "v.books.title", "string"),
                        sentAs("fee", "v.books.fee", "decimal(18,2)"),
                        sentAs("book", "v.books", "string")),
                "v.books");

        var rows = typed(
                table,
                "{\"books\": [{\"title\": \"A\", \"fee\": 1.10}, {\"title\": \"B\", \"fee\": 1.105}, null]}",
                "{\"books\": []}",
                "{}",
                "{\"books\": 17}",
                "no JSON",
                null);

        assertThat(rows)
                .extracting(row -> row.get(0) + "," + row.get(1) + "," + row.get(2) + "," + row.get(4))
                .containsExactly(
                        "1,A,1.10,null",
                        "2,B,null,fee is no decimal(18,2)",
                        "3,null,null,null",
                        "1,null,null,v.books is no list",
                        "1,null,null,v.books is no list");
        assertThat(rows.get(0).<Object>getAs("book")).isEqualTo("{\"title\": \"A\", \"fee\": 1.10}");
    }

    @Test
    void valuesThatAreTypedAlreadyAreTakenExactlyOrNotAtAll() {
        var cases = List.of(
                new Case("CAST(17 AS BIGINT)", sent("c", "bigint"), "17"),
                new Case("CAST(17 AS BIGINT)", sent("c", "int"), "17"),
                new Case("CAST(3000000000 AS BIGINT)", sent("c", "int"), "fault"),
                new Case("CAST(17 AS INT)", sent("c", "decimal(18,2)"), "17.00"),
                new Case("CAST(110 AS INT)", Declared.minor(sent("c", "decimal(18,2)"), 2), "1.10"),
                new Case("CAST(17 AS INT)", sent("c", "string"), "17"),
                new Case("CAST(1.10 AS DECIMAL(10,2))", sent("c", "decimal(38,18)"), "1.100000000000000000"),
                new Case("CAST(0 AS DECIMAL(38,18))", sent("c", "decimal(18,2)"), "0.00"),
                new Case("CAST(1.105 AS DECIMAL(10,3))", sent("c", "decimal(18,2)"), "fault"),
                new Case("CAST(1.5 AS FLOAT)", sent("c", "double"), "1.5"),
                new Case("CAST(1.5 AS DOUBLE)", sent("c", "float"), "1.5"),
                new Case("CAST(0.1 AS DOUBLE)", sent("c", "float"), "fault"),
                new Case("CAST('NaN' AS DOUBLE)", sent("c", "double"), "fault"),
                new Case("CAST('Infinity' AS FLOAT)", sent("c", "float"), "fault"),
                new Case("CAST(1.5 AS DOUBLE)", sent("c", "decimal(18,2)"), "fault"),
                new Case("DATE'2026-02-03'", sent("c", "date"), "2026-02-03"),
                new Case("DATE'2026-02-03'", sent("c", "string"), "2026-02-03"),
                new Case("DATE'2026-02-03'", sent("c", "timestamp"), "fault"),
                new Case("TIMESTAMP'2026-02-03 10:11:12Z'", sent("c", "timestamp"), "2026-02-03 10:11:12.0"),
                new Case("TIMESTAMP'2026-02-03 10:11:12Z'", sent("c", "date"), "fault"),
                new Case(
                        "TIMESTAMP_NTZ'2026-02-03 10:11:00'",
                        written(sent("c", "timestamp"), "{zone: Asia/Tashkent}"),
                        "2026-02-03 05:11:00.0"),
                new Case("TIMESTAMP_NTZ'2026-02-03 10:11:00'", sent("c", "timestamp_ntz"), "2026-02-03T10:11"),
                new Case("true", sent("c", "boolean"), "true"),
                new Case("true", sent("c", "int"), "fault"),
                new Case("X'0102'", sent("c", "string"), "fault"),
                new Case("array(1, 2)", sent("c", "array<int>"), "ArraySeq(1, 2)"),
                new Case("array(1, 2)", sent("c", "array<bigint>"), "fault"),
                new Case("named_struct('a', 1)", sentAs("c", "c.a", "bigint"), "1"),
                new Case("named_struct('a', ' x ')", written(sentAs("c", "c.a", "string"), "{trim: true}"), "x"),
                new Case("CAST(NULL AS INT)", sent("c", "bigint"), "null"));
        var bronze = BronzeRow.rows(List.of("v"), List.of(BronzeRow.of("I", "1", "x")));
        var columns = new Column[cases.size()];
        for (var i = 0; i < columns.length; i++) {
            bronze = bronze.withColumn("c" + i, org.apache.spark.sql.functions.expr(cases.get(i).sql));
            var declared = cases.get(i).declared;
            var from = "c" + i + declared.from().orElseThrow().substring(1);
            columns[i] = new Column(
                    "c" + i,
                    Optional.of(from),
                    Optional.empty(),
                    declared.type(),
                    false,
                    declared.minorDigits(),
                    declared.written(),
                    Optional.empty());
        }

        var row = Typed.rows(table(columns), bronze).collectAsList().get(0);

        var faults = List.of(row.<String>getAs(Typed.FAULT).split("; "));
        for (var i = 0; i < columns.length; i++) {
            var name = "c" + i + " is no ";
            var outcome = faults.stream().anyMatch(fault -> fault.startsWith(name)) ? "fault" : "" + row.get(i);
            assertThat(outcome.replaceAll("^(Mutable|Immutable)?(ArraySeq|WrappedArray)", "ArraySeq"))
                    .as(cases.get(i).toString())
                    .isEqualTo(cases.get(i).becomes);
        }
    }

    private record Case(String sql, Column declared, String becomes) {}

    private static List<Row> typed(SilverTable table, String... texts) {
        return Typed.rows(
                        table,
                        BronzeRow.rows(
                                List.of("v"),
                                Stream.of(texts)
                                        .map(text -> BronzeRow.of("I", "1", new String[] {text}))
                                        .toList()))
                .collectAsList();
    }

    private static SilverTable table(Column... columns) {
        return Declared.table(
                List.of(),
                new Write.Merge(List.of("_sequence"), Optional.empty(), false, false),
                Quality.NONE,
                columns);
    }
}
