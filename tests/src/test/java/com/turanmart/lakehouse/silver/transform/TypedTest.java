package com.turanmart.lakehouse.silver.transform;

import static com.turanmart.lakehouse.silver.Declared.derived;
import static com.turanmart.lakehouse.silver.Declared.minor;
import static com.turanmart.lakehouse.silver.Declared.required;
import static com.turanmart.lakehouse.silver.Declared.sent;
import static com.turanmart.lakehouse.silver.Declared.sentAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.silver.BronzeRow;
import com.turanmart.lakehouse.silver.Declared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TypedTest {
    private static final String REFUSED = "refused";

    /** What each type makes of each text; null where the text is no such value. */
    private static final Map<Column, Map<String, String>> TEXTS = texts();

    private static Map<Column, Map<String, String>> texts() {
        var texts = new LinkedHashMap<Column, Map<String, String>>();
        texts.put(
                sent("v", "bigint"),
                given().accepted("0", "0")
                        .accepted("17", "17")
                        .accepted("+5", "5")
                        .accepted("-5", "-5")
                        .accepted("0042", "42")
                        .accepted("9223372036854775807", "9223372036854775807")
                        .accepted("-9223372036854775808", "-9223372036854775808")
                        .refused(
                                "9223372036854775808",
                                "10000000000000000000",
                                "99999999999999999999",
                                "1.0",
                                "1e3",
                                "",
                                " ",
                                " 17",
                                "17 ")
                        .refused(
                                "17\n",
                                "17\r\n",
                                "17\u2028",
                                "\t17",
                                "1_000",
                                "1,000",
                                "0x1F",
                                "٤٢",
                                "１７",
                                "--5",
                                "+",
                                "17L",
                                "NaN",
                                "null")
                        .all());
        texts.put(
                sent("v", "int"),
                given().accepted("2147483647", "2147483647")
                        .accepted("-2147483648", "-2147483648")
                        .refused("2147483648", "-2147483649", "3000000000", "17\n", "1.5", "")
                        .all());
        texts.put(
                sent("v", "smallint"),
                given().accepted("32767", "32767")
                        .refused("32768", "-32769", "65536", "")
                        .all());
        texts.put(
                sent("v", "decimal(18,2)"),
                given().accepted("1.10", "1.10")
                        .accepted("1", "1.00")
                        .accepted("1.", "1.00")
                        .accepted("-0.01", "-0.01")
                        .accepted("+5", "5.00")
                        .accepted("007.5", "7.50")
                        .accepted("1.1000", "1.10")
                        .accepted("9999999999999999.99", "9999999999999999.99")
                        .refused(
                                "1.101",
                                "0.005",
                                "10000000000000000",
                                "99999999999999999999",
                                "1e3",
                                "1,10",
                                ".5",
                                "",
                                " 1.10",
                                "1.10 ",
                                "1.10\n")
                        .refused("NaN", "Infinity", "-Infinity", "٤٫٥", "$1.10", "1.10.10", "-")
                        .all());
        texts.put(
                minor(sent("v", "decimal(18,2)"), 2),
                given().accepted("110", "1.10")
                        .accepted("-1", "-0.01")
                        .accepted("0", "0.00")
                        .accepted("+5", "0.05")
                        .accepted("5.00", "0.05")
                        .accepted("999999999999999999", "9999999999999999.99")
                        .accepted("-999999999999999999", "-9999999999999999.99")
                        .refused("1000000000000000000", "1.5", "0.01", "1e3", "", "NaN", "110\n")
                        .all());
        texts.put(
                minor(sent("v", "decimal(18,4)"), 2),
                given().accepted("110.25", "1.1025")
                        .accepted("-0.01", "-0.0001")
                        .refused("110.255", "1e2")
                        .all());
        texts.put(
                minor(sent("v", "decimal(18,0)"), 0),
                given().accepted("999999999999999999", "999999999999999999")
                        .accepted("5.0", "5")
                        .refused("5.5", "1000000000000000000")
                        .all());
        texts.put(
                sent("v", "boolean"),
                given().accepted("true", "true")
                        .accepted("false", "false")
                        .refused("TRUE", "True", "1", "0", "yes", "t", "", "true ", "true\n")
                        .all());
        texts.put(
                sent("v", "date"),
                given().accepted("2026-02-03", "2026-02-03")
                        .accepted("2028-02-29", "2028-02-29")
                        .accepted("1582-10-15", "1582-10-15")
                        .refused(
                                "2026-02-30",
                                "2026-02-29",
                                "2026-13-01",
                                "2026-00-10",
                                "2026-2-3",
                                "03.02.2026",
                                "2026-02-03T00:00:00",
                                "20260203")
                        .refused(
                                "", " 2026-02-03", "2026-02-03 ", "2026-02-03\n", "٢٠٢٦-٠٢-٠٣", "today", "+12026-02-03")
                        .all());
        texts.put(
                sent("v", "timestamp"),
                given().accepted("2026-02-03 10:11:12", "2026-02-03 10:11:12")
                        .accepted("2026-02-03T10:11:12Z", "2026-02-03 10:11:12")
                        .accepted("2026-02-03T10:11:12.123456Z", "2026-02-03 10:11:12.123456")
                        .accepted("2026-02-03T10:11:12+05:00", "2026-02-03 05:11:12")
                        .accepted("2026-02-03 00:00:00-03:30", "2026-02-03 03:30:00")
                        .refused(
                                "2026-02-03 24:00:00",
                                "2026-02-03 23:60:00",
                                "2026-02-03 23:59:60",
                                "2026-02-30 10:00:00",
                                "2026-02-03")
                        .refused(
                                "2026-02-03 10:11",
                                "2026-02-03 10:11:12.1234567",
                                "2026-02-03 10:11:12 UTC",
                                "2026-02-03 10:11:12+19:00",
                                "1770113472")
                        .refused("", "2026-02-03 10:11:12 ", "2026-02-03 10:11:12\n", "now")
                        .all());
        texts.put(
                sent("v", "double"),
                given().accepted("1.5", "1.5")
                        .accepted("-1e3", "-1000.0")
                        .accepted(".5", "0.5")
                        .accepted("1E-3", "0.001")
                        .accepted("+5", "5.0")
                        .refused(
                                "NaN",
                                "Infinity",
                                "-Infinity",
                                "1e400",
                                "-1e400",
                                "1e",
                                "1d",
                                "1f",
                                "0x1p3",
                                "",
                                " 1.5",
                                "1.5 ",
                                "1.5\n",
                                "1,5")
                        .all());
        texts.put(
                sent("v", "string"),
                given().accepted("KZ", "KZ")
                        .accepted("", "")
                        .accepted(" KZ ", " KZ ")
                        .accepted("null", "null")
                        .accepted("a\nb", "a\nb")
                        .all());
        return texts;
    }

    @TestFactory
    Stream<DynamicTest> aTextIsExactlyItsValueOrNone() {
        return TEXTS.entrySet().stream().flatMap(entry -> {
            var column = entry.getKey();
            var texts = List.copyOf(entry.getValue().keySet());
            var rows = typed(
                    table(column),
                    texts.stream().map(text -> BronzeRow.of("I", "1", text)).toList());
            return IntStream.range(0, texts.size())
                    .mapToObj(i -> dynamicTest(
                            column.type().sql() + " minor " + column.minorDigits() + ": '" + texts.get(i) + "'",
                            () -> assertThat(outcome(rows.get(i)))
                                    .isEqualTo(entry.getValue().get(texts.get(i)))));
        });
    }

    @Test
    void aFaultNamesTheColumnAndNeverTheValue() {
        var row = typed(table(sent("v", "bigint")), List.of(BronzeRow.of("I", "1", "Aigerim")))
                .get(0);

        assertThat(row.<String>getAs(Typed.FAULT)).isEqualTo("v is no bigint");
    }

    @Test
    void everyFaultOfARowIsNamed() {
        var table = table(required(sent("v", "bigint")), required(sent("w", "date")), sent("x", "decimal(18,2)"));

        var row = typed(table, List.of("v", "w", "x"), List.of(BronzeRow.of("I", "1", null, "x", "1.234")))
                .get(0);

        assertThat(row.<String>getAs(Typed.FAULT)).isEqualTo("v is missing; w is no date; x is no decimal(18,2)");
    }

    @Test
    void aMissingValueIsAFaultOnlyWhereOneIsRequired() {
        assertThat(fault(table(sent("v", "bigint")), (String) null)).isNull();
        assertThat(fault(table(required(sent("v", "bigint"))), (String) null)).isEqualTo("v is missing");
    }

    @Test
    void aKeyIsRequiredWithoutSayingSo() {
        var table = Declared.table(
                List.of("v"),
                new Write.Merge(List.of("_sequence"), Optional.empty(), false, false),
                noRules(),
                sent("v", "bigint"));

        assertThat(fault(table, (String) null)).isEqualTo("v is missing");
    }

    @Test
    void aKeyThatIsDerivedIsRequiredToo() {
        var table = Declared.table(
                List.of("k"),
                new Write.Merge(List.of("_sequence"), Optional.empty(), false, false),
                noRules(),
                sent("v", "bigint"),
                derived("k", "v + 1", "bigint"));

        assertThat(fault(table, (String) null)).isEqualTo("k is missing");
    }

    @Test
    void aDerivedColumnSeesTypedColumnsAndThoseBeforeIt() {
        var table = table(sent("v", "bigint"), derived("w", "v + 1", "bigint"), derived("x", "w * 2", "bigint"));

        var row = typed(table, List.of(BronzeRow.of("I", "1", "20"))).get(0);

        assertThat(row.<Long>getAs("x")).isEqualTo(42);
    }

    @Test
    void aDerivedColumnOfNothingIsNullAndAFaultWhereItIsRequired() {
        assertThat(fault(table(sent("v", "bigint"), derived("w", "v + 1", "bigint")), (String) null))
                .isNull();
        assertThat(fault(table(sent("v", "bigint"), required(derived("w", "v + 1", "bigint"))), (String) null))
                .isEqualTo("w is missing");
    }

    @Test
    void aDerivedValueThatDoesNotFitIsAFaultAndIsNotCut() {
        var column = derived("w", "v * 1000000000", "int");

        assertThat(fault(table(sent("v", "bigint"), column), "3")).isEqualTo("w does not fit its type");
        assertThat(fault(table(sent("v", "bigint"), column), "2")).isNull();
    }

    @Test
    void aDerivedTextThatIsNoNumberIsAFault() {
        var column = derived("w", "concat(v, '.7')", "int");

        assertThat(fault(table(sent("v", "bigint"), column), "12")).isEqualTo("w does not fit its type");
    }

    @Test
    void arithmeticThatWrapsAroundIsAFault() {
        var column = derived("w", "coalesce(v + 1, 0)", "bigint");

        assertThat(fault(table(sent("v", "bigint"), column), "9223372036854775807"))
                .isEqualTo("w does not fit its type");
        assertThat(fault(table(sent("v", "bigint"), column), "9223372036854775806"))
                .isNull();
    }

    @Test
    void moneyIsNeverTakenFromADouble() {
        var table = table(sent("v", "double"), derived("w", "v * 0.01D", "decimal(18,2)"));

        assertThatThrownBy(() -> typed(table, List.of(BronzeRow.of("I", "1", "1.5"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.WRONG_CALL))
                .hasMessage("silver.orders: column w is declared decimal(18,2), its expression gives a double."
                        + " Keep money in decimals: cast the operands, or use minor_digits.");
    }

    @Test
    void technicalColumnsAreTypedThoughSomeAreNoTexts() {
        var table = table(
                sentAs("day", "_data_date", "date"),
                sentAs("line", "_line", "bigint"),
                sentAs("op", "_op", "string"),
                sent("v", "string"));

        var row = typed(table, List.of(BronzeRow.of("D", "1", "x"))).get(0);

        assertThat(row.<Object>getAs("day")).hasToString("2026-02-03");
        assertThat(row.<Object>getAs("line")).isEqualTo(2L);
        assertThat(row.<Object>getAs("op")).isEqualTo("D");
        assertThat(row.<Object>getAs(Typed.FAULT)).isNull();
    }

    @Test
    void givesTheDeclaredColumnsInOrderThenTheFaultThenTheOrigin() {
        var table = table(derived("z", "v", "bigint"), sent("v", "bigint"));

        var names = Typed.rows(table, BronzeRow.rows(List.of("v"), List.of())).columns();

        assertThat(names)
                .containsExactly(
                        "z",
                        "v",
                        "_fault",
                        "_key_fault",
                        "_fault_column",
                        "_fault_raw",
                        "_op",
                        "_sequence",
                        "_committed_at",
                        "_file",
                        "_line",
                        "_file_sha256",
                        "_data_date");
    }

    private static String fault(SilverTable table, String... texts) {
        return typed(table, List.of(BronzeRow.of("I", "1", texts))).get(0).getAs(Typed.FAULT);
    }

    private static List<Row> typed(SilverTable table, List<BronzeRow> rows) {
        return typed(table, List.of("v"), rows);
    }

    private static List<Row> typed(SilverTable table, List<String> columns, List<BronzeRow> rows) {
        return Typed.rows(table, BronzeRow.rows(columns, rows)).collectAsList();
    }

    private static String outcome(Row row) {
        var value = row.get(0);
        var fault = row.<String>getAs(Typed.FAULT);
        if (fault != null) {
            return value == null ? REFUSED : "fault and value " + value;
        }
        return value instanceof java.sql.Timestamp instant
                ? instant.toString().replaceFirst("\\.0$", "")
                : String.valueOf(value);
    }

    private static SilverTable table(Column... columns) {
        return Declared.table(
                List.of(), new Write.Merge(List.of("_sequence"), Optional.empty(), false, false), noRules(), columns);
    }

    private static Quality noRules() {
        return Quality.NONE;
    }

    private static Given given() {
        return new Given(new LinkedHashMap<>());
    }

    private record Given(Map<String, String> all) {
        Given accepted(String text, String value) {
            all.put(text, value);
            return this;
        }

        Given refused(String... texts) {
            new ArrayList<>(List.of(texts)).forEach(text -> all.put(text, REFUSED));
            return this;
        }
    }
}
