package com.turanmart.lakehouse.bronze.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest {
    private static final String TEXT = "order_id,country\n17,Қазақстан\n18,Oʻzbekiston\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "GB18030"})
    void readsEveryCharacterOfTheDeclaredSet(String encoding) throws IOException {
        assertThat(read(encoding, TEXT.getBytes(Charset.forName(encoding))))
                .extracting(record -> record.fields().get("country"))
                .containsExactly("Қазақстан", "Oʻzbekiston");
    }

    @ParameterizedTest
    @CsvSource({"windows-1251, Ташкент", "windows-1252, Köln", "IBM866, Алматы", "ISO-8859-9, İstanbul", "KOI8-R, Дубай"
    })
    void readsTheOldSetsOfSenders(String encoding, String name) throws IOException {
        var bytes = ("order_id,country\n17," + name + "\n").getBytes(Charset.forName(encoding));

        assertThat(read(encoding, bytes).get(0).fields()).containsEntry("country", name);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, efbbbf", "UTF-16, feff", "UTF-16, fffe", "UTF-16LE, fffe", "UTF-16BE, feff", "UTF-16BE, ''"})
    void aByteOrderMarkIsNoText(String encoding, String mark) throws IOException {
        var charset = mark.equals("fffe") ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        var text = TEXT.getBytes(encoding.equals("UTF-8") ? StandardCharsets.UTF_8 : charset);
        var begin = HexFormat.of().parseHex(mark);
        var bytes = new byte[begin.length + text.length];
        System.arraycopy(begin, 0, bytes, 0, begin.length);
        System.arraycopy(text, 0, bytes, begin.length, text.length);

        assertThat(read(encoding, bytes).get(0).fields()).containsEntry("order_id", "17");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, 31372c4bd6, 22",
        "UTF-8, 31372cc0af, 21",
        "UTF-8, 31372ceda080, 21",
        "UTF-8, 31372cff, 21",
        "windows-1251, 31372c98, 21",
        "US-ASCII, 31372cd6, 21"
    })
    void bytesThatAreNoTextAreNeverReplaced(String encoding, String line, int place) {
        var head = Read.bytes("order_id,country\n");
        var bytes = new byte[head.length + line.length() / 2];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(HexFormat.of().parseHex(line), 0, bytes, head.length, line.length() / 2);

        assertThatThrownBy(() -> read(encoding, bytes))
                .isInstanceOf(IOException.class)
                .hasMessage("it is not " + encoding + " text: byte " + place + " cannot be decoded");
    }

    @Test
    void aReplacementCharacterThatWasSentIsACharacter() throws IOException {
        assertThat(Read.csv("order_id,country\n17,K\uFFFD\n").get(0).fields()).containsEntry("country", "K\uFFFD");
    }

    @Test
    void countsBytesOverTheWholeFile() {
        var text = "order_id,country\n" + "17,Қазақстан\n".repeat(50_000);
        var bytes = (text + "18,\0").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;

        assertThatThrownBy(() -> read("UTF-8", bytes))
                .hasMessage(
                        String.format(Locale.ROOT, "it is not UTF-8 text: byte %,d cannot be decoded", bytes.length));
    }

    @Test
    void charactersMayLieAcrossTheReadersBuffers() throws IOException {
        var text = new StringBuilder("order_id,country\n");
        for (var i = 0; i < 40_000; i++) {
            text.append(i).append(",😀ж\n");
        }

        assertThat(read("UTF-8", Read.bytes(text.toString())))
                .hasSize(40_000)
                .allSatisfy(record -> assertThat(record.fields()).containsEntry("country", "😀ж"));
    }

    private static List<SentRecord> read(String encoding, byte[] bytes) throws IOException {
        return Read.all("part-1.csv", SentFiles.of(SentFiles.encoded(encoding)), new ByteArrayInputStream(bytes));
    }
}
