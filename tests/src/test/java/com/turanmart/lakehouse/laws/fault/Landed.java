package com.turanmart.lakehouse.laws.fault;

import com.turanmart.lakehouse.core.storage.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What the shop has landed for one day, to be spoilt. */
record Landed(Path root, LocalDate day, int index) {
    private static final String REFUNDS = "backoffice/refunds";
    private static final Pattern BETWEEN_FIELDS = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    /** The id of an order of this day, counted from 1. */
    String order(int number) {
        return Long.toString((index + 1) * 10_000_000L + number);
    }

    /** Lines that speak of one of the first so many orders of the day. */
    Predicate<String> orders(int first, int last) {
        var ids = new ArrayList<String>();
        for (var number = first; number <= last; number++) {
            ids.add(order(number));
        }
        return line -> ids.stream().anyMatch(line::contains);
    }

    Path folder(String dataset) {
        return folder(dataset, day);
    }

    Path folder(String dataset, LocalDate of) {
        return root.resolve("landing").resolve(dataset).resolve("dt=" + of);
    }

    List<Path> files(String dataset) {
        return files(folder(dataset));
    }

    /** One column of the lines that are meant, whatever the format. */
    void each(String dataset, Predicate<String> meant, String column, UnaryOperator<String> change) {
        for (var file : files(dataset)) {
            each(file, meant, column, change);
        }
        prove(dataset);
    }

    void each(String dataset, String column, UnaryOperator<String> change) {
        each(dataset, line -> true, column, change);
    }

    /** One column of the rows of a CSV that have that value in another one. */
    void each(String dataset, String key, String value, String column, UnaryOperator<String> change) {
        lines(dataset, lines -> {
            var header = List.of(fields(lines.get(0)));
            var changed = new ArrayList<>(lines);
            changed.replaceAll(line -> {
                var fields = fields(line);
                if (fields.length == header.size() && fields[header.indexOf(key)].equals(value)) {
                    fields[header.indexOf(column)] = change.apply(fields[header.indexOf(column)]);
                }
                return String.join(",", fields);
            });
            return changed;
        });
    }

    /** What the first row of a CSV that is meant has in a column. */
    String value(String dataset, Predicate<String> meant, String column) {
        return files(dataset).stream()
                .map(Landed::read)
                .flatMap(lines -> lines.stream()
                        .skip(1)
                        .filter(meant)
                        .map(line -> fields(line)[List.of(fields(lines.get(0))).indexOf(column)]))
                .findFirst()
                .orElseThrow();
    }

    /** All lines of each file, with its header where it has one. */
    void lines(String dataset, UnaryOperator<List<String>> change) {
        for (var file : files(dataset)) {
            write(file, change.apply(read(file)));
        }
        prove(dataset);
    }

    /** A line once more, changed, in the file that has it. */
    void again(String dataset, Predicate<String> meant, UnaryOperator<String> change) {
        lines(dataset, lines -> {
            var more = new ArrayList<>(lines);
            lines.stream().skip(1).filter(meant).map(change).forEach(more::add);
            return more;
        });
    }

    /** Without the lines that are meant, where that data set lands on this day. */
    void without(String dataset, Predicate<String> gone) {
        if (Files.exists(folder(dataset))) {
            lines(dataset, lines -> lines.stream().filter(gone.negate()).toList());
        }
    }

    /** The list of customers as another one. */
    void customers(UnaryOperator<Dataset<Row>> change) {
        var session = SparkSession.active().newSession();
        session.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        var file = files("shop/customers").get(0);
        var scratch = root.resolve("scratch");
        change.apply(session.read().parquet(file.toString()))
                .coalesce(1)
                .write()
                .mode("overwrite")
                .parquet(scratch.toString());
        files(scratch).stream()
                .filter(written -> written.toString().endsWith(".parquet")
                        && !written.getFileName().toString().startsWith("."))
                .forEach(written -> copy(written, file));
    }

    void drop(String dataset) {
        files(dataset).forEach(Landed::delete);
    }

    /** All files of the day but so many in alphabetical order. */
    void keep(String dataset, int files) {
        files(dataset).stream().skip(files).forEach(Landed::delete);
    }

    /** The same bytes under another name. */
    void twice(String dataset) {
        for (var file : files(dataset)) {
            copy(file, file.resolveSibling("again-" + file.getFileName()));
        }
    }

    /** Files of another day in place of the right ones. */
    void insteadFrom(String dataset, LocalDate other) {
        drop(dataset);
        files(folder(dataset, other)).forEach(file -> copy(file, folder(dataset).resolve(file.getFileName())));
    }

    void cut(String dataset) {
        for (var file : files(dataset)) {
            var bytes = bytes(file);
            write(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
    }

    void bytes(String dataset, byte[] bytes) {
        files(dataset).forEach(file -> write(file, bytes));
    }

    private static void each(Path file, Predicate<String> meant, String column, UnaryOperator<String> change) {
        var lines = read(file);
        if (file.toString().contains(".csv")) {
            var place = List.of(fields(lines.get(0))).indexOf(column);
            for (var number = 1; number < lines.size(); number++) {
                var fields = fields(lines.get(number));
                if (meant.test(lines.get(number)) && place < fields.length) {
                    fields[place] = change.apply(fields[place]);
                    lines.set(number, String.join(",", fields));
                }
            }
        } else {
            var field = Pattern.compile("(\"" + column + "\":\"?)([^\",}]*)");
            lines.replaceAll(line -> meant.test(line)
                    ? field.matcher(line).replaceAll(found -> found.group(1) + change.apply(found.group(2)))
                    : line);
        }
        write(file, lines);
    }

    private static String[] fields(String line) {
        return BETWEEN_FIELDS.split(line, -1);
    }

    /** The manifest of refunds says again what is in their file: a wrong row is no wrong delivery. */
    private void prove(String dataset) {
        if (!dataset.equals(REFUNDS)) {
            return;
        }
        var file = folder(dataset).resolve("refunds.csv");
        var lines = read(file);
        var total = lines.stream()
                .skip(1)
                .map(line -> new BigDecimal(fields(line)[2]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var rows = lines.size() - 1;
        write(folder(dataset).resolve("manifest.json"), List.of("""
                {"files":[{"name":"refunds.csv","size":%d,"sha256":"%s","rows":%d}],"rows":%d,"totals":{"amount":"%s"}}""".formatted(
                        bytes(file).length, Sha256.of(bytes(file)), rows, rows, total.toPlainString())));
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().matches("_.*|manifest.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(Path file) {
        try {
            var packed = file.toString().endsWith(".gz");
            var bytes =
                    packed ? new GZIPInputStream(new ByteArrayInputStream(bytes(file))).readAllBytes() : bytes(file);
            return new ArrayList<>(
                    new String(bytes, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, List<String> lines) {
        var bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        write(file, file.toString().endsWith(".gz") ? packed(bytes) : bytes);
    }

    private static byte[] packed(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        write(to, bytes(from));
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
