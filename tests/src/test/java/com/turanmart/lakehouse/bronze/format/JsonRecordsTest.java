package com.turanmart.lakehouse.bronze.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"order_id\":1},{\"order_id\":2}]",
                "\uFEFF [\n  {\n    \"order_id\": 1\n  },\n  {\"order_id\": 2}\n]\n",
                "[{\"order_id\":1}\r\n,\r\n{\"order_id\":2}]"
            })
    void readsTheObjectsOfAnArrayHoweverItIsLaidOut(String text) throws IOException {
        var records = Read.json(text);

        assertThat(records)
                .extracting(record -> record.fields().get("order_id"))
                .containsExactly("1", "2");
        assertThat(records).extracting(SentRecord::line).containsExactly(1L, 2L);
    }

    @Test
    void aSingleObjectIsOneRecord() throws IOException {
        var records = Read.json("{\n \"order_id\": 17,\n \"items\": [ 1.10,\n 2 ]\n}\n");

        assertThat(records).hasSize(1);
        assertThat(records.get(0).fields()).containsOnly(entry("order_id", "17"), entry("items", "[ 1.10,\n 2 ]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [ \n ] "})
    void anEmptyArrayHasNoRecords(String text) throws IOException {
        assertThat(Read.json(text)).isEmpty();
    }

    @Test
    void bracketsAndQuotesInsideTextsDivideNothing() throws IOException {
        var records = Read.json("[{\"order_id\": \"}]\\\"{[,\\\\\"}, {\"order_id\": \"\\\\\\\"]\"}]");

        assertThat(records)
                .extracting(record -> record.fields().get("order_id"))
                .containsExactly("}]\"{[,\\", "\\\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17|not a JSON object",
                "null|not a JSON object",
                "'\"x, y\"'|not a JSON object",
                "[{}]|not a JSON object",
                "{'a': 1}|not JSON",
                "{\"a\": 01}|not JSON",
                "{\"a\": 1}x|not JSON",
                "{\"a\": 1, \"a\": 1}|a key comes twice",
                "{\"a\": [}|not JSON"
            })
    void oneBadElementHidesNoOther(String element, String reason) throws IOException {
        var closed = element.equals("{\"a\": [}") ? "{\"a\": [}]}" : element;

        var records = Read.json("[{\"order_id\": 1}, " + closed + ", {\"order_id\": 3}]");

        assertThat(records).hasSize(3);
        assertThat(records.get(1).malformed()).hasValue(reason);
        assertThat(records.get(1).raw()).isEqualTo(closed);
        assertThat(records.get(2).fields()).containsEntry("order_id", "3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|it does not begin with a JSON array or object",
                "17|it does not begin with a JSON array or object",
                "order_id,country|it does not begin with a JSON array or object",
                "[{}|it has neither a comma nor an end after record 1",
                "[{},|it ends inside record 2: a bracket or a quote is not closed, or the file is cut off",
                "[{},{\"a\": \"|it ends inside record 2: a bracket or a quote is not closed, or the file is cut off",
                "{\"a\": [1|it ends inside record 1: a bracket or a quote is not closed, or the file is cut off",
                "[{} {}]|it has neither a comma nor an end after record 1",
                "[{},]|it has a comma too many after record 1",
                "[,{}]|it has a comma too many after record 0",
                "[{}]x|it goes on after its JSON array; is it one object a line (json_lines)?",
                "{} {}|it goes on after its JSON object; is it one object a line (json_lines)?"
            })
    void aFileThatLosesItsFormIsUnreadable(String text, String reason) {
        assertThatThrownBy(() -> Read.json(text))
                .isInstanceOf(IOException.class)
                .hasMessage(reason);
    }
}
