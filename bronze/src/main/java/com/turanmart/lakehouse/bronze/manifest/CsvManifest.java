package com.turanmart.lakehouse.bronze.manifest;

import com.turanmart.lakehouse.core.conf.ManifestForm;
import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A line for each file, under a header. */
final class CsvManifest {
    private final ManifestForm.Csv form;

    CsvManifest(ManifestForm.Csv form) {
        this.form = form;
    }

    Manifest read(String text) throws ManifestProblem {
        var lines = lines(text);
        if (lines.isEmpty()) {
            throw new ManifestProblem("it has no header");
        }
        var header = List.of(lines.get(0)).stream()
                .map(name -> name == null ? "" : name)
                .toList();
        for (var column : required()) {
            if (!header.contains(column)) {
                throw new ManifestProblem("its header lacks " + column);
            }
        }
        var files = new ArrayList<Manifest.Entry>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.length != header.size()) {
                throw new ManifestProblem("a line of it has " + line.length + " fields, its header " + header.size());
            }
            files.add(file(column -> value(header, line, column)));
        }
        return Manifest.ofFiles(files);
    }

    private List<String> required() {
        var columns = new ArrayList<>(form.totals().keySet());
        columns.add(0, form.file());
        return columns;
    }

    private List<String[]> lines(String text) throws ManifestProblem {
        var settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(form.delimiter().charAt(0));
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setMaxCharsPerColumn(1 << 16);
        try {
            return new CsvParser(settings).parseAll(new StringReader(text));
        } catch (TextParsingException e) {
            throw new ManifestProblem("it is not CSV", e);
        }
    }

    private Manifest.Entry file(UnaryOperator<String> value) throws ManifestProblem {
        var name = value.apply(form.file());
        if (name.isEmpty()) {
            throw new ManifestProblem("a line of it names no file");
        }
        var sha256 = value.apply(form.sha256());
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        for (var total : form.totals().entrySet()) {
            totals.put(total.getValue(), Manifests.decimal(total.getKey(), value.apply(total.getKey())));
        }
        return new Manifest.Entry(
                name,
                count(form.size(), value),
                sha256.isEmpty() ? Optional.empty() : Optional.of(Manifests.sha256(sha256)),
                count(form.rows(), value),
                totals);
    }

    private static OptionalLong count(String column, UnaryOperator<String> value) throws ManifestProblem {
        var text = value.apply(column);
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Manifests.count(column, text));
    }

    private static String value(List<String> header, @Nullable String[] line, String column) {
        var at = header.indexOf(column);
        var value = at < 0 ? null : line[at];
        return value == null ? "" : value.strip();
    }
}
