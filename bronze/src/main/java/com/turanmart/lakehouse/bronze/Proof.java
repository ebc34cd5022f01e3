package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.bronze.manifest.Manifest;
import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.run.LoadedFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds what has come against what its manifest says; the first thing that differs is told. */
final class Proof {
    private final Manifest manifest;
    private final Map<String, Manifest.Entry> byPath;

    Proof(Claim claim) {
        manifest = claim.manifest();
        byPath = manifest.files().stream().collect(Collectors.toMap(claim::path, Function.identity()));
    }

    /** The columns of which the manifest says a sum. */
    Stream<String> columns() {
        return Stream.concat(
                manifest.totals().keySet().stream(),
                manifest.files().stream().flatMap(file -> file.totals().keySet().stream()));
    }

    /** What can be known of files before their rows are read. */
    Optional<String> ofBytes(BronzeTable table, List<LandedFile> files) {
        var strangers =
                columns().filter(column -> !table.columns().contains(column)).findFirst();
        if (strangers.isPresent()) {
            return Optional.of("its manifest has a total of " + strangers.get() + ", which is no column of the table");
        }
        var version = manifest.schemaVersion();
        if (version.isPresent() && version.getAsInt() > table.schemaVersion()) {
            return Optional.of("its manifest says schema version " + version.getAsInt() + ", the table knows "
                    + table.schemaVersion() + ". Declare what is new, then schema_version: " + version.getAsInt());
        }
        return files.stream()
                .flatMap(file -> bytes(entry(file.file().path()), file))
                .findFirst();
    }

    /** What can be known once they are read. */
    Optional<String> ofRows(List<LoadedFile> files, ControlTotals totals) {
        var inFiles = files.stream().flatMap(file -> rows(entry(file.path()), file, totals));
        // Files of it that were loaded before were proven then, and are not read again.
        var together = files.size() == byPath.size() ? together(files, totals) : Stream.<String>of();
        return Stream.concat(inFiles, together).findFirst();
    }

    private Manifest.Entry entry(String path) {
        return Optional.ofNullable(byPath.get(path)).orElseThrow();
    }

    private static Stream<String> bytes(Manifest.Entry entry, LandedFile file) {
        var size = count(entry.name(), "bytes", file.file().sizeBytes(), entry.sizeBytes());
        var hash = entry.sha256()
                .filter(said -> !said.equals(file.sha256()))
                .map(said -> entry.name() + " has the SHA-256 " + file.sha256() + ", its manifest says " + said);
        return Stream.concat(size, hash.stream());
    }

    private static Stream<String> rows(Manifest.Entry entry, LoadedFile file, ControlTotals totals) {
        var rows = count(entry.name(), "rows", file.rows() + file.malformed(), entry.rows());
        var sums = entry.totals().entrySet().stream()
                .flatMap(said ->
                        total(entry.name(), said.getKey(), totals.of(file.path(), said.getKey()), said.getValue()));
        return Stream.concat(rows, sums);
    }

    private Stream<String> together(List<LoadedFile> files, ControlTotals totals) {
        var read =
                files.stream().mapToLong(file -> file.rows() + file.malformed()).sum();
        var rows = count("the delivery", "rows", read, manifest.rows());
        var sums = manifest.totals().entrySet().stream().flatMap(said -> {
            var sum = files.stream()
                    .map(file -> totals.of(file.path(), said.getKey()))
                    .reduce(ControlTotals.Sum.NONE, ControlTotals.Sum::plus);
            return total("the delivery", said.getKey(), sum, said.getValue());
        });
        return Stream.concat(rows, sums);
    }

    private static Stream<String> count(String what, String unit, long found, OptionalLong said) {
        return said.isEmpty() || said.getAsLong() == found
                ? Stream.of()
                : Stream.of(String.format(
                        Locale.ROOT, "%s has %,d %s, its manifest says %,d", what, found, unit, said.getAsLong()));
    }

    private static Stream<String> total(String what, String column, ControlTotals.Sum found, BigDecimal said) {
        if (found.unclear() > 0) {
            return Stream.of(what + " cannot be summed: " + found.unclear() + " values of " + column
                    + " are no plain decimal numbers");
        }
        return found.value().compareTo(said) == 0
                ? Stream.of()
                : Stream.of(what + " has a total " + column + " of " + plain(found.value()) + ", its manifest says "
                        + said.toPlainString());
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
