package com.turanmart.lakehouse.bronze.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
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
        var records = Read.jsonLines("{\"items\": [1, {\"a\": \"}\"}], \"country\": \"KZ\"}\n");

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
        var fields =
                Read.jsonLines("{\"order_id\": \"\", \"country\": null}").get(0).fields();

        assertThat(fields)
                .containsEntry("order_id", "")
                .containsEntry("country", null)
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "17", "null", "\"text\""})
    void whatIsNoObjectIsMalformed(String line) throws IOException {
        var record = Read.jsonLines(line + "\n").get(0);

        assertThat(record.malformed()).hasValue("not a JSON object");
        assertThat(record.raw()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1} {\"a\": 2}", "{\"a\": 1} 2"})
    void twoValuesOnALineAreMalformed(String line) throws IOException {
        assertThat(Read.jsonLines(line).get(0).malformed()).hasValue("more than one JSON value");
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
                "order_id,country"
            })
    void whatIsNoJsonIsMalformedAndItsTextIsKept(String line) throws IOException {
        var record = Read.jsonLines(line).get(0);

        assertThat(record.malformed()).hasValue("not JSON");
        assertThat(record.raw()).isEqualTo(line);
        assertThat(record.fields()).isEmpty();
    }

    @Test
    void aMalformedLineHidesNoOther() throws IOException {
        var records = Read.jsonLines("{\"order_id\": 1}\n{\"order_id\": \n{\"order_id\": 3}\n");

        assertThat(records).extracting(record -> record.malformed().isPresent()).containsExactly(false, true, false);
    }

    @Test
    void countsBlankLinesAndReturnsNone() throws IOException {
        var records = Read.jsonLines("\n{\"order_id\": 1}\n  \t\n\r\n{\"order_id\": 2}");

        assertThat(records).extracting(SentRecord::line).containsExactly(2L, 5L);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertThat(Read.jsonLines("\uFEFF{\"order_id\": 1}").get(0).fields()).containsEntry("order_id", "1");
    }

    @Test
    void anEmptyFileHasNoRecords() throws IOException {
        assertThat(Read.jsonLines("")).isEmpty();
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        var latin = "{\"country\": \"Köln\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() ->
                        Read.all("part-1.jsonl", SentFiles.of(SentFiles.JSON_LINES), new ByteArrayInputStream(latin)))
                .isInstanceOf(IOException.class)
                .hasMessage("it is not UTF-8 text: byte 15 cannot be decoded");
    }

    @Test
    void aKeyThatComesTwiceIsMalformedAndNotTheLastOneTaken() throws IOException {
        var record = Read.jsonLines("{\"order_id\": 1, \"country\": \"KZ\", \"order_id\": 2}")
                .get(0);

        assertThat(record.malformed()).hasValue("a key comes twice");
    }

    @Test
    void aKeyThatComesTwiceInANestedValueStaysInItsText() throws IOException {
        assertThat(value("{\"a\": 1, \"a\": 2}")).isEqualTo("{\"a\": 1, \"a\": 2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\uD800\"", "\"a\\uDC00b\"", "\"\\uDE00\\uD83D\""})
    void halfOfASurrogatePairIsMalformedAndNoQuestionMark(String half) throws IOException {
        var record = Read.jsonLines("{\"order_id\": " + half + "}").get(0);

        assertThat(record.malformed()).hasValue("a text has half of a surrogate pair");
    }

    @Test
    void aWholeSurrogatePairIsACharacter() throws IOException {
        assertThat(value("\"\\uD83D\\uDE00\"")).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void anEscapedNulIsACharacterThatWasSent() throws IOException {
        assertThat(value("\"a\\u0000b\"")).isEqualTo("a\0b");
    }

    @Test
    void numbersOfAnyLengthKeepEveryDigit() throws IOException {
        var number = "7".repeat(5000) + "." + "1".repeat(5000);

        assertThat(value(number)).isEqualTo(number);
    }

    @Test
    void namesThatCollideAreNamesLikeOthers() throws IOException {
        var line = new StringBuilder("{\"order_id\": 1");
        for (var i = 0; i < 1 << 12; i++) {
            line.append(",\"");
            for (var bit = 0; bit < 12; bit++) {
                line.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            line.append("\":0");
        }

        assertThat(Read.jsonLines(line + "}").get(0).fields()).hasSize(4097);
    }

    private static String value(String sent) throws IOException {
        var record = Read.jsonLines("{\"order_id\": " + sent + "}").get(0);
        assertThat(record.malformed()).isEmpty();
        return record.fields().get("order_id");
    }
}
