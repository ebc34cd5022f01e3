package com.turanmart.lakehouse.bronze.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineRecordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.10", "1e400", "1E+2", "-0.0", "123456789012345678901234567890", "0.1000000000000000055"})
    void keepsEveryDigitOfANumber(String number) throws IOException {
        assertThat(value(number)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void keepsTruthAsText(String truth) throws IOException {
        assertThat(value(truth)).isEqualTo(truth);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\": 1.10, \"b\": [1e400, null]}", "[ 1 , \"x\\u0041\" ]", "{}", "[]", "[{\"a\":[{}]}]"})
    void keepsANestedValueAsTheTextThatWasSent(String nested) throws IOException {
        assertThat(value(nested)).isEqualTo(nested);
    }

    @Test
    void keepsWhatFollowsANestedValue() throws IOException {
        var records = Read.json("{\"items\": [1, {\"a\": \"}\"}], \"country\": \"KZ\"}\n");

        assertThat(records.get(0).fields())
                .containsEntry("items", "[1, {\"a\": \"}\"}]")
                .containsEntry("country", "KZ");
    }

    @Test
    void keepsALongNestedValueWhole() throws IOException {
        var nested = "[" + "1.50, ".repeat(50_000) + "2.50]";

        assertThat(value(nested)).isEqualTo(nested);
    }

    @Test
    void resolvesWhatATextEscapes() throws IOException {
        assertThat(value("\"a\\n\\u0416\\\"\"")).isEqualTo("a\nЖ\"");
    }

    @Test
    void tellsAnEmptyTextFromNullAndFromNothing() throws IOException {
        var fields = Read.json("{\"order_id\": \"\", \"country\": null}").get(0).fields();

        assertThat(fields)
                .containsEntry("order_id", "")
                .containsEntry("country", null)
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "17", "null", "\"text\""})
    void whatIsNoObjectIsMalformed(String line) throws IOException {
        var record = Read.json(line + "\n").get(0);

        assertThat(record.malformed()).hasValue("not a JSON object");
        assertThat(record.raw()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1} {\"a\": 2}", "{\"a\": 1} 2"})
    void twoValuesOnALineAreMalformed(String line) throws IOException {
        assertThat(Read.json(line).get(0).malformed()).hasValue("more than one JSON value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1} x",
                "{\"a\": 1,}",
                "{\"a\": 1",
                "{\"a\": \"KZ",
                "{\"a\": [1}",
                "{'a': 1}",
                "{\"a\": NaN}",
                "{\"a\": 01}",
                "{\"a\": 1, \"a\": 2}",
                "{\"n\": {\"a\": 1, \"a\": 2}}",
                "order_id,country"
            })
    void whatIsNoJsonIsMalformedAndItsTextIsKept(String line) throws IOException {
        var record = Read.json(line).get(0);

        assertThat(record.malformed()).hasValue("not JSON");
        assertThat(record.raw()).isEqualTo(line);
        assertThat(record.fields()).isEmpty();
    }

    @Test
    void aMalformedLineHidesNoOther() throws IOException {
        var records = Read.json("{\"order_id\": 1}\n{\"order_id\": \n{\"order_id\": 3}\n");

        assertThat(records).extracting(record -> record.malformed().isPresent()).containsExactly(false, true, false);
    }

    @Test
    void countsBlankLinesAndReturnsNone() throws IOException {
        var records = Read.json("\n{\"order_id\": 1}\n  \t\n\r\n{\"order_id\": 2}");

        assertThat(records).extracting(SentRecord::line).containsExactly(2L, 5L);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertThat(Read.json("\uFEFF{\"order_id\": 1}").get(0).fields()).containsEntry("order_id", "1");
    }

    @Test
    void anEmptyFileHasNoRecords() throws IOException {
        assertThat(Read.json("")).isEmpty();
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        var latin = "{\"country\": \"Köln\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Read.json(latin))
                .isInstanceOf(IOException.class)
                .hasMessage("it is not UTF-8 text");
    }

    @Test
    void refusesALineThatWouldFillTheMemory() {
        var bomb = "{\"a\": \"" + "x".repeat(JsonLineRecords.MOST_CHARACTERS_IN_A_LINE) + "\"}";

        assertThatThrownBy(() -> Read.json("{}\n" + bomb))
                .isInstanceOf(IOException.class)
                .hasMessage("line 2 is longer than 16,777,216 characters");
    }

    @Test
    void aDeeplyNestedValueIsMalformedAndNoOverflow() throws IOException {
        var record = Read.json("{\"a\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                .get(0);

        assertThat(record.malformed()).hasValue("not JSON");
    }

    private static String value(String sent) throws IOException {
        var record = Read.json("{\"order_id\": " + sent + "}").get(0);
        assertThat(record.malformed()).isEmpty();
        return record.fields().get("order_id");
    }
}
