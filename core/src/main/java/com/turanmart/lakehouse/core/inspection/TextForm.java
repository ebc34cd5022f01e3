package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Format;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.conf.Problem;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Character sets that nobody knows, and characters of a CSV file that cannot be told from each other. */
public final class TextForm implements Inspection {
    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n]");

    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(BronzeTable.class).forEach(table -> {
            if (!table.sound("landing", "format")) {
                return;
            }
            var format = table.value().landing().format();
            encoding(format)
                    .flatMap(TextForm::encoding)
                    .ifPresent(said -> problems.accept(problem(table, "encoding", said)));
            if (format instanceof Format.Csv csv) {
                delimiter(csv).ifPresent(said -> problems.accept(problem(table, "delimiter", said)));
                quote(csv).ifPresent(said -> problems.accept(problem(table, "quote", said)));
                escape(csv).ifPresent(said -> problems.accept(problem(table, "escape", said)));
            }
        });
    }

    private static Optional<String> encoding(Format format) {
        if (format instanceof Format.Csv csv) {
            return Optional.of(csv.encoding());
        }
        if (format instanceof Format.JsonLines lines) {
            return Optional.of(lines.encoding());
        }
        if (format instanceof Format.Json json) {
            return Optional.of(json.encoding());
        }
        return format instanceof Format.FixedWidth fixed ? Optional.of(fixed.encoding()) : Optional.empty();
    }

    private static Optional<String> encoding(String name) {
        if (name.matches("[A-Za-z0-9][A-Za-z0-9+.:_-]*") && Charset.isSupported(name)) {
            return Optional.empty();
        }
        var nearest = Nearest.of(name, Charset.availableCharsets().keySet());
        return Optional.of("found '" + name + "', "
                + nearest.map(charset -> "not a known character set. Did you mean '" + charset + "'?")
                        .orElse("expected a character set like UTF-8 or windows-1251"));
    }

    private static Optional<String> delimiter(Format.Csv csv) {
        return LINE_BREAK.matcher(csv.delimiter()).find()
                ? Optional.of("found a line break, expected other characters")
                : Optional.empty();
    }

    private static Optional<String> quote(Format.Csv csv) {
        return csv.quote().equals(Format.Csv.NO_QUOTE)
                ? Optional.empty()
                : mark(csv, csv.quote(), ", or " + Format.Csv.NO_QUOTE);
    }

    private static Optional<String> escape(Format.Csv csv) {
        if (csv.escape().equals(Optional.of(csv.quote()))) {
            return Optional.of("found the quote, which is doubled without this key; expected another character");
        }
        return csv.escape().flatMap(escape -> mark(csv, escape, ""));
    }

    /** A mark is read character by character, so it is one, and nothing else means the same one. */
    private static Optional<String> mark(Format.Csv csv, String mark, String others) {
        return mark.length() == 1
                        && !csv.delimiter().startsWith(mark)
                        && !LINE_BREAK.matcher(mark).find()
                ? Optional.empty()
                : Optional.of("found '" + mark + "', expected one character that begins no delimiter" + others);
    }

    private static Problem problem(Declared<BronzeTable> table, String key, String said) {
        return table.problem("invalid '" + key + "': " + said, "landing", "format", key);
    }
}
