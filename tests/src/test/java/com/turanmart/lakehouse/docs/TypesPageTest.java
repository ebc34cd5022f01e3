package com.turanmart.lakehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.turanmart.lakehouse.core.conf.Written;
import com.turanmart.lakehouse.core.conf.Yaml;
import com.turanmart.lakehouse.silver.value.Prepared;
import com.turanmart.lakehouse.silver.value.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of docs/types.md that says what a sent text becomes. */
class TypesPageTest {
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private record Line(String type, String declared, String sent, String becomes) {
        @Override
        public String toString() {
            return type + " " + declared + ": " + sent;
        }
    }

    @TestFactory
    Stream<DynamicTest> aSentTextBecomesWhatThePageSays() throws IOException {
        return lines().stream()
                .map(line -> dynamicTest(
                        line.toString(), () -> assertThat(became(line)).isEqualTo(plain(line.becomes))));
    }

    @Test
    void thePageHasAllItsRows() throws IOException {
        assertThat(lines()).hasSizeGreaterThan(130);
        assertThat(lines().stream().map(Line::becomes)).contains("fault", "null", "(empty)");
    }

    private static List<Line> lines() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "types.md")).stream()
                .map(line -> line.split("\\|"))
                .filter(cells -> cells.length == 5)
                .filter(cells -> !List.of("type", "---").contains(cells[1].strip()))
                .map(cells -> new Line(cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip()))
                .toList();
    }

    private static String became(Line line) {
        var declared = plain(line.declared);
        var minorDigits = declared.startsWith("minor_digits") ? 2 : 0;
        var written = minorDigits > 0 || declared.isEmpty()
                ? Written.AS_SENT
                : Yaml.read(Written.class, declared.startsWith("{") ? declared : "{" + declared + "}");
        return new Prepared(written)
                .of(plain(line.sent))
                .map(text -> Reader.of(DataType.fromDDL(line.type), minorDigits, written)
                        .read(text)
                        .map(TypesPageTest::shown)
                        .orElse("fault"))
                .orElse("null");
    }

    private static String shown(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    }

    private static String plain(String cell) {
        return cell.equals("(empty)")
                ? ""
                : UNICODE.matcher(cell.replaceAll("^`|`$", "").replace("\\n", "\n"))
                        .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }
}
