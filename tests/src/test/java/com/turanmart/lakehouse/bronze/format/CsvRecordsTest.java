package com.turanmart.lakehouse.bronze.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.turanmart.lakehouse.core.conf.Dialect;
import com.turanmart.lakehouse.core.conf.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {
    @Test
    void takesValuesByTheHeaderInWhateverOrderItIs() throws IOException {
        var records = Read.csv("country,order_id\nKZ,17\n");

        assertThat(records.get(0).fields()).containsOnly(entry("order_id", "17"), entry("country", "KZ"));
    }

    @Test
    void keepsAColumnThatNobodyDeclared() throws IOException {
        var records = Read.csv("order_id,coupon,country\n17,SPRING,KZ\n");

        assertThat(records.get(0).fields()).containsEntry("coupon", "SPRING").containsEntry("country", "KZ");
    }

    @Test
    void namesTheColumnsThatAHeaderLacks() throws IOException {
        var bytes = new ByteArrayInputStream(Read.bytes("country,coupon\nKZ,SPRING\n"));
        try (var reader = RecordReaders.open(SentFiles.of(SentFiles.CSV), "part-1.csv", bytes)) {
            assertThat(reader.missing()).containsExactly("order_id");
            assertThat(reader.next().orElseThrow().fields())
                    .containsOnly(entry("country", "KZ"), entry("coupon", "SPRING"));
        }
    }

    @Test
    void refusesAFirstLineThatIsNoHeader() {
        assertThatThrownBy(() -> Read.csv("17,KZ\n18,UZ\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("its header has none of the declared columns");
    }

    @Test
    void refusesAHeaderThatNamesAColumnTwice() {
        assertThatThrownBy(() -> Read.csv("order_id,country,country\n17,KZ,UZ\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("its header names a column twice");
    }

    @Test
    void stripsBlanksAroundHeaderNamesOnly() throws IOException {
        var records = Read.csv(" order_id , country\n 17 , KZ\n");

        assertThat(records.get(0).fields()).containsEntry("order_id", " 17 ").containsEntry("country", " KZ");
    }

    @Test
    void keepsDelimitersLineBreaksAndQuotesInsideQuotes() throws IOException {
        var records = Read.csv("order_id,country\n17,\"K,Z\nsaid \"\"no\"\"\"\n");

        assertThat(records.get(0).fields()).containsEntry("country", "K,Z\nsaid \"no\"");
    }

    @Test
    void keepsAQuoteInTheMiddleOfAValue() throws IOException {
        var records = Read.csv("order_id,country\n17,a 5\" nail\n18,KZ\n");

        assertThat(records).extracting(record -> record.fields().get("country")).containsExactly("a 5\" nail", "KZ");
    }

    @Test
    void readsADelimiterOfTheSendersChoice() throws IOException {
        for (var delimiter : List.of(";", "\t", "|", "||", "~|~", "\u0001", "::")) {
            var sent = SentFiles.csv(delimiter, "\"", Optional.empty());

            var records = Read.as(sent, "order_id" + delimiter + "country\n1" + delimiter + "K,~:Z\n");

            assertThat(records.get(0).fields()).containsEntry("country", "K,~:Z");
        }
    }

    @Test
    void aLineThatBeginsLikeACommentIsARecord() throws IOException {
        var records = Read.csv("order_id,country\n#17,KZ\n18,UZ\n");

        assertThat(records)
                .extracting(record -> record.fields().get("order_id"))
                .containsExactly("#17", "18");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "17,KZ,more"})
    void aRecordOfAnotherWidthIsMalformedAndItsTextIsKept(String line) throws IOException {
        var records = Read.csv("order_id,country\n16,UZ\n" + line + "\n18,AE\n");

        assertThat(records).hasSize(3);
        assertThat(records.get(1).malformed()).hasValue(line.split(",", -1).length + " fields, the header has 2");
        assertThat(records.get(1).raw()).isEqualTo(line);
        assertThat(records.get(1).fields()).isEmpty();
    }

    @Test
    void cutsTheTextOfAVeryLongMalformedRecord() throws IOException {
        var records = Read.csv("order_id,country\n17,KZ," + "x".repeat(5000) + "\n");

        assertThat(records.get(0).raw()).hasSize(SentRecord.RAW_LIMIT).startsWith("17,KZ,xxx");
    }

    @Test
    void tellsTheLineOnWhichARecordEnds() throws IOException {
        var records = Read.csv("order_id,country\n1,\"two\nlines\"\n\n2,UZ\n3\n4,no line break");

        assertThat(records).extracting(SentRecord::line).containsExactly(3L, 5L, 6L, 7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\r\n\r\n"})
    void takesAnyLineBreak(String lineBreak) throws IOException {
        var records = Read.csv(String.join(lineBreak, "order_id,country", "17,KZ", "18,UZ", ""));

        assertThat(records).extracting(record -> record.fields().get("country")).containsExactly("KZ", "UZ");
    }

    @Test
    void theLastRecordNeedsNoLineBreak() throws IOException {
        var records = Read.csv("order_id,country\r\n17,KZ\r\n18,UZ");

        assertThat(records).extracting(record -> record.fields().get("country")).containsExactly("KZ", "UZ");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        var records = Read.csv("\uFEFForder_id,country\n17,KZ\n");

        assertThat(records.get(0).fields()).containsOnlyKeys("order_id", "country");
    }

    @Test
    void aByteOrderMarkBeforeAQuotedNameIsNoPartOfItEither() throws IOException {
        var records = Read.csv("\uFEFF\"order_id\",\"country\"\n17,KZ\n");

        assertThat(records.get(0).fields()).containsOnlyKeys("order_id", "country");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n\r\n", "\uFEFF"})
    void refusesAFileWithoutAHeader(String text) {
        assertThatThrownBy(() -> Read.csv(text)).isInstanceOf(IOException.class).hasMessage("it has no header line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_id,country", "order_id,country\n", "order_id,country\n\n\n"})
    void aHeaderAloneIsAFileWithoutRecords(String text) throws IOException {
        assertThat(Read.csv(text)).isEmpty();
    }

    @Test
    void tellsAnEmptyTextFromNoValue() throws IOException {
        var records = Read.csv("order_id,country\n17,\n18,\"\"\n,KZ\n");

        assertThat(records).extracting(record -> record.fields().get("country")).containsExactly(null, "", "KZ");
        assertThat(records.get(2).fields()).containsEntry("order_id", null);
    }

    @Test
    void unpacksWhatIsNamedGz() throws IOException {
        var packed = Read.gzipped("order_id,country\n17,KZ\n");

        var records =
                Read.all("dt=2026-02-03/part-1.csv.gz", SentFiles.of(SentFiles.CSV), new ByteArrayInputStream(packed));

        assertThat(records.get(0).fields()).containsEntry("country", "KZ");
    }

    @Test
    void refusesHalfAPackedFile() {
        var random = new Random(7);
        var text = "order_id,country\n"
                + IntStream.range(0, 20_000)
                        .mapToObj(i -> i + "," + random.nextLong())
                        .collect(Collectors.joining("\n"));
        var packed = Read.gzipped(text);
        var half = new ByteArrayInputStream(Arrays.copyOf(packed, packed.length / 2));

        assertThatThrownBy(() -> Read.all("part-1.csv.gz", SentFiles.of(SentFiles.CSV), half))
                .isInstanceOf(IOException.class)
                .hasMessage("its gzip data is cut off");
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        var latin = "order_id,country\n17,Köln\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Read.csv(latin))
                .isInstanceOf(IOException.class)
                .hasMessage("it is not UTF-8 text: byte 22 cannot be decoded");
    }

    @Test
    void takesAFieldOfAMillionCharacters() throws IOException {
        var records = Read.csv("order_id,country\n17," + "x".repeat(1_000_000) + "\n");

        assertThat(records.get(0).fields().get("country")).hasSize(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17,\"KZ\n18,UZ\n19,AE\n", "17,\"KZ", "17,\"KZ\n", "17,KZ\n18,\"U\"\"Z\n"})
    void refusesAFileThatEndsInsideQuotes(String lines) {
        assertThatThrownBy(() -> Read.csv("order_id,country\n" + lines))
                .isInstanceOf(IOException.class)
                .hasMessageMatching(
                        "it ends inside quotes that open on line [23]: a quote is not closed, or the file is cut off");
    }

    @Test
    void takesQuotesThatCloseAtTheVeryEnd() throws IOException {
        var records = Read.csv("order_id,country\n17,\"KZ\"");

        assertThat(records)
                .hasSize(1)
                .first()
                .extracting(SentRecord::fields)
                .isEqualTo(Map.of("order_id", "17", "country", "KZ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_id,country\n", "id,land\n", "order_id,country\n17,K\"Z\n\"18,"})
    void closesItsFileHoweverReadingEnds(String beginning) {
        var closed = new AtomicInteger();
        var bytes = new ByteArrayInputStream(Read.bytes(beginning + "17,KZ\n".repeat(300_000))) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };

        try {
            Read.all("part-1.csv", SentFiles.of(SentFiles.CSV), bytes);
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith("it");
        }

        assertThat(closed).hasPositiveValue();
    }

    @Test
    void takesLineBreaksOfAllKindsInOneFile() throws IOException {
        var records = Read.csv("order_id,country\r\n1,KZ\n2,\"UZ\"\r\n3,\"AE\"\r4,KG");

        assertThat(records)
                .extracting(record -> record.fields().get("country"))
                .containsExactly("KZ", "UZ", "AE", "KG");
        assertThat(records).extracting(SentRecord::line).containsExactly(2L, 3L, 4L, 5L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\r\nlines", "two\nlines", "two\rlines", "\r\n", "\n"})
    void keepsLineBreaksInsideQuotesAsTheyAre(String value) throws IOException {
        assertThat(Read.csv("order_id,country\r\n17,\"" + value + "\"\r\n")
                        .get(0)
                        .fields())
                .containsEntry("country", value);
    }

    @Test
    void textAfterAClosingQuoteIsMalformedUpToTheEndOfItsLine() throws IOException {
        var records = Read.csv("order_id,country\n17,\"KZ\" or \"UZ\"\n18,AE\n");

        assertThat(records.get(0).malformed()).hasValue("text after a closing quote");
        assertThat(records.get(0).raw()).isEqualTo("17,\"KZ\" or \"UZ\"");
        assertThat(records.get(1).fields()).containsEntry("order_id", "18");
    }

    @Test
    void aNulIsMalformed() throws IOException {
        var records = Read.csv("order_id,country\n17,K\0Z\n18,AE\n");

        assertThat(records.get(0).malformed()).hasValue("a NUL character");
        assertThat(records.get(1).fields()).containsEntry("order_id", "18");
    }

    @Test
    void anEscapeTakesTheMeaningFromWhatFollows() throws IOException {
        var sent = SentFiles.csv(",", "\"", Optional.of("\\"));

        var records = Read.as(sent, "order_id,country\n1,\"a\\\"b\\\\\"\n2,a\\,b\\\nc\n3,\\N\\\"\n");

        assertThat(records)
                .extracting(record -> record.fields().get("country"))
                .containsExactly("a\"b\\", "a,b\nc", "\\N\"");
    }

    @Test
    void withoutAQuoteCharacterQuotesAreText() throws IOException {
        var records = Read.as(SentFiles.csv(",", "none", Optional.empty()), "order_id,country\n1,\"KZ\n2,\"\"\n");

        assertThat(records).extracting(record -> record.fields().get("country")).containsExactly("\"KZ", "\"\"");
    }

    @Test
    void takesAQuoteOfTheSendersChoice() throws IOException {
        var records = Read.as(SentFiles.csv(";", "'", Optional.empty()), "order_id;country\n1;'K;''\"Z'\n");

        assertThat(records.get(0).fields()).containsEntry("country", "K;'\"Z");
    }

    @Test
    void anUnquotedMarkerIsNoValueAndThenEmptyIsText() throws IOException {
        var sent = new Format.Csv(",", "\"", Optional.of("\\"), true, Optional.of("\\N"), "UTF-8");

        var records = Read.as(sent, "order_id,country\n1,\\N\n2,\"\\N\"\n3,\n4,\\\\N\n");

        assertThat(records)
                .extracting(record -> record.fields().get("country"))
                .containsExactly(null, "\\N", "", "\\N");
    }

    @Test
    void withoutAHeaderColumnsComeAsTheyAreDeclared() throws IOException {
        var records = Read.as(SentFiles.headless("|"), "17|KZ\n18|UZ|more\n19\n20|AE\n");

        assertThat(records.get(0).fields()).containsExactly(entry("order_id", "17"), entry("country", "KZ"));
        assertThat(records)
                .extracting(record -> record.malformed().orElse(""))
                .containsExactly("", "3 fields, expected 2", "1 fields, expected 2", "");
    }

    @Test
    void aDeclaredSequenceStandsAtTheEndOfAChange() throws IOException {
        var dms = SentFiles.of(SentFiles.headless(","), SentFiles.COLUMNS, new Dialect.Dms("Op", "seq", "ts"));

        var change = Read.as(dms, "U,17,KZ,5\n").get(0);
        var timed = Read.as(dms, "U,2026-02-03,17,KZ,5\n").get(0);

        assertThat(change.fields()).containsEntry("country", "KZ").containsEntry("seq", "5");
        assertThat(timed.fields()).containsEntry("ts", "2026-02-03").containsEntry("seq", "5");
    }

    @Test
    void aChangeFileWithoutAHeaderIsKnownByItsWidthAndStaysAsItBegan() throws IOException {
        var dms = SentFiles.of(
                SentFiles.headless(","), SentFiles.COLUMNS, new Dialect.Dms("Op", Dialect.Dms.BY_LINE, "ts"));

        var load = Read.as(dms, "17,KZ\n18,UZ\nD,17,KZ\n");
        var changes = Read.as(dms, "U,17,KZ\nU,17\n");
        var timed = Read.as(dms, "one\nU,2026-02-03 10:00:00,17,KZ\n");

        assertThat(load.get(1).fields()).containsOnlyKeys("order_id", "country");
        assertThat(load.get(2).malformed()).hasValue("3 fields, expected 2");
        assertThat(changes.get(0).fields()).containsEntry("Op", "U").containsEntry("order_id", "17");
        assertThat(changes.get(1).malformed()).hasValue("2 fields, expected 3");
        assertThat(timed.get(0).malformed()).hasValue("1 fields, expected 2 or 3 or 4");
        assertThat(timed.get(1).fields())
                .containsEntry("ts", "2026-02-03 10:00:00")
                .containsEntry("country", "KZ");
    }
}
