package com.turanmart.lakehouse.bronze.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.turanmart.lakehouse.core.conf.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedWidthRecordsTest {
    private static final Format FIXED = fixed("UTF-8");

    @Test
    void cutsALineAtItsPlacesAndLeavesOutThePadding() throws IOException {
        var records = Read.as(FIXED, "    17..KZ  \r\n0018  ..U   \n");

        assertThat(records.get(0).fields()).containsOnly(entry("order_id", "17"), entry("country", "KZ"));
        assertThat(records.get(1).fields()).containsOnly(entry("order_id", "0018"), entry("country", "U"));
        assertThat(records.get(1).line()).isEqualTo(2);
    }

    @Test
    void onlyBlanksAreNoValueAndBlanksInsideAreText() throws IOException {
        assertThat(Read.as(FIXED, "  1 7 ..    ").get(0).fields())
                .containsOnly(entry("order_id", "1 7"), entry("country", null));
    }

    @Test
    void anEmptyLineIsNoRecord() throws IOException {
        assertThat(Read.as(FIXED, "\n\n    17..KZ  \n\n"))
                .extracting(SentRecord::line)
                .containsExactly(3L);
    }

    @ParameterizedTest
    @CsvSource({
        "'    17..KZ', '10 characters, the fields take 12'",
        "'    17..KZ  x', text after the last field",
        "'    17..KZ\0 ', a NUL character"
    })
    void aLineOfAnotherFormIsMalformed(String line, String reason) throws IOException {
        var records = Read.as(FIXED, line + "\n    18..UZ    \n");

        assertThat(records.get(0).malformed()).hasValue(reason);
        assertThat(records.get(0).raw()).isEqualTo(line);
        assertThat(records.get(1).fields()).containsEntry("order_id", "18");
    }

    @Test
    void placesCountCharactersAndNotBytes() throws IOException {
        assertThat(Read.as(FIXED, "    😀ж..ҚЗ  \n").get(0).fields())
                .containsOnly(entry("order_id", "😀ж"), entry("country", "ҚЗ"));
    }

    @Test
    void readsWhatAMainframeWrites() throws IOException {
        var bytes = "    17..KZ  \n".getBytes(Charset.forName("IBM037"));

        var records = Read.all("part-1", SentFiles.of(fixed("IBM037")), new ByteArrayInputStream(bytes));

        assertThat(records.get(0).fields()).containsEntry("country", "KZ");
    }

    private static Format fixed(String encoding) {
        return new Format.FixedWidth(
                Map.of("order_id", new Format.Slice(1, 6), "country", new Format.Slice(9, 4)), encoding);
    }
}
