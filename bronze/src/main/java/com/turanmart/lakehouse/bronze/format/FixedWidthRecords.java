package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.Format;
import com.turanmart.lakehouse.core.conf.Limits;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines whose values stand at fixed places; blanks around a value are padding, and only blanks are no value. */
final class FixedWidthRecords implements RecordReader {
    private final Lines lines;
    private final Map<String, Format.Slice> slices;
    private final int width;

    FixedWidthRecords(Reader text, Format.FixedWidth form, Limits limits) {
        lines = new Lines(text, limits);
        slices = form.fields();
        width = slices.values().stream()
                .mapToInt(slice -> slice.start() + slice.length() - 1)
                .max()
                .orElseThrow();
    }

    @Override
    public Optional<SentRecord> next() throws IOException {
        var line = lines.next();
        while (line.isPresent() && line.get().text().isEmpty()) {
            line = lines.next();
        }
        return line.map(this::record);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private SentRecord record(Lines.Line line) {
        var text = line.text().codePoints().toArray();
        return line.problem()
                .or(() -> otherWidth(text))
                .map(problem -> SentRecord.malformed(line.number(), problem, line.text()))
                .orElseGet(() -> SentRecord.of(line.number(), fields(text)));
    }

    private Optional<String> otherWidth(int[] text) {
        if (text.length < width) {
            return Optional.of(text.length + " characters, the fields take " + width);
        }
        var rest = new String(text, width, text.length - width);
        return trimmed(rest) == null ? Optional.empty() : Optional.of("text after the last field");
    }

    private Map<String, String> fields(int[] text) {
        Map<String, String> fields = new LinkedHashMap<String, String>();
        slices.forEach((name, slice) -> fields.put(name, trimmed(new String(text, slice.start() - 1, slice.length()))));
        return fields;
    }

    private static @Nullable String trimmed(String sent) {
        var begin = 0;
        var end = sent.length();
        while (begin < end && sent.charAt(begin) == ' ') {
            begin++;
        }
        while (end > begin && sent.charAt(end - 1) == ' ') {
            end--;
        }
        return begin == end ? null : sent.substring(begin, end);
    }
}
