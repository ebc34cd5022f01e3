package com.turanmart.lakehouse.bronze;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.LoadedFile;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.table.Tables;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What became of every landed file, in {@code ops.files}: a row for each change of state. Of loaded files it is only an
 * index: what a bronze commit says of itself is the truth, and whatever the ledger missed is read from there.
 */
public final class FileLedger {
    static final TableName FILES = new TableName(Zone.OPS, "files");
    private static final int ROWS_A_FILE = 50_000;

    private final SparkSession spark;
    private final Tables tables;
    private final TakenIn takenIn;
    private final Map<String, LedgerEntry> written = new HashMap<>();
    private final Map<String, LedgerEntry> entries = new HashMap<>();
    private final Map<String, LedgerEntry> unwritten = new LinkedHashMap<>();
    private final Set<String> contents = new HashSet<>();
    private final Map<TableName, Map<String, LocalDate>> open = new HashMap<>();

    private FileLedger(SparkSession spark, Tables tables, TakenIn takenIn) {
        this.spark = spark;
        this.tables = tables;
        this.takenIn = takenIn;
    }

    /** Adds what bronze commits of a run that died before it wrote the ledger, or all when the ledger is lost. */
    public static FileLedger open(SparkSession spark, Tables tables, List<BronzeTable> bronze) {
        var stamp = tables.version(FILES).isEmpty() ? Optional.<Stamp>empty() : tables.stamp(FILES);
        var takenIn = new TakenIn(stamp.map(Stamp::inputs).orElse(Map.of()));
        var ledger = new FileLedger(spark, tables, takenIn);
        bronze.forEach(table -> ledger.takeIn(table.table()));
        return ledger;
    }

    TakenIn takenIn() {
        return takenIn;
    }

    boolean hasRows(TableName table) {
        return tables.version(table).isPresent();
    }

    /** Reads what is known of files of some dates; Delta skips the nights that had none of them. */
    void recall(Collection<LocalDate> dates) {
        if (dates.isEmpty() || tables.version(FILES).isEmpty()) {
            return;
        }
        rows(dates).collectAsList().stream().map(LedgerEntry::of).forEach(entry -> {
            written.merge(entry.identity(), entry, LedgerEntry::or);
            know(entry);
        });
    }

    Dataset<Row> rows(Collection<LocalDate> dates) {
        var columns = List.of(LedgerEntry.SCHEMA.fieldNames()).stream()
                .map(name -> col(name))
                .toArray(Column[]::new);
        return tables.read(FILES).where(isOneOf(dates)).select(columns);
    }

    /** Days beside each other as one range: a file that has been open for years brings back its own day alone. */
    private static Column isOneOf(Collection<LocalDate> dates) {
        var ranges = new TreeMap<LocalDate, LocalDate>();
        for (var date : new TreeSet<>(dates)) {
            var before = ranges.lastEntry();
            ranges.put(before != null && before.getValue().plusDays(1).equals(date) ? before.getKey() : date, date);
        }
        return ranges.entrySet().stream()
                .map(range -> col("data_date")
                        .between(range.getKey().toString(), range.getValue().toString()))
                .reduce(Column::or)
                .orElse(lit(false));
    }

    /** A table's landing path was looked at; it is remembered with what was found there. */
    synchronized void looked(Landed landed) {
        var window = landed.window();
        takenIn.looked(window.table(), window.to());
        landed.dates().stream()
                .min(LocalDate::compareTo)
                .ifPresent(date -> takenIn.came(window.table().table(), date));
        open.computeIfAbsent(window.table().table(), table -> new HashMap<>());
    }

    /** What is known of a file that is named, dated and sized like this one. */
    synchronized Optional<LedgerEntry> entry(LandedFile file) {
        return Optional.ofNullable(
                entries.get(entry(file, FileState.SEEN, "", "").identity()));
    }

    synchronized boolean isSettled(LandedFile file) {
        return entry(file).filter(known -> known.state().isSettled()).isPresent();
    }

    /** Whether rows of this content are in the table for the file's date. */
    synchronized boolean hasLoaded(LandedFile file) {
        return contents.contains(entry(file, FileState.SEEN, "", "").content());
    }

    synchronized void record(Run run, FileState state, String reason, Collection<LandedFile> files) {
        files.forEach(file -> record(entry(file, state, run.id(), reason)));
    }

    synchronized void loaded(Run run, TableName table, long version, List<LoadedFile> files) {
        files.forEach(file -> record(new LedgerEntry(table, file, FileState.LOADED, run.id(), version, "")));
        takenIn.version(tables.incarnation(table), version);
    }

    /** One commit for all that the run has learnt; none when it learnt nothing new. */
    public synchronized void write(Run run) {
        if (unwritten.isEmpty()) {
            return;
        }
        open.forEach((table, dates) -> takenIn.open(table, dates.values()));
        var rows = unwritten.values().stream().map(LedgerEntry::row).toList();
        var sorted = spark.createDataFrame(rows, LedgerEntry.SCHEMA)
                .repartitionByRange(1 + rows.size() / ROWS_A_FILE, col("data_date"))
                .sortWithinPartitions("data_date");
        tables.append(FILES, sorted, Stamp.ofInputs(run, takenIn.inputs()), List.of());
        unwritten.clear();
    }

    private void record(LedgerEntry entry) {
        var dates = open.computeIfAbsent(entry.table(), table -> new HashMap<>());
        if (entry.state().isSettled()) {
            dates.remove(entry.identity());
        } else {
            dates.put(entry.identity(), LocalDate.parse(entry.file().date()));
        }
        var before = written.get(entry.identity());
        if (before == null || !before.saysTheSameAs(entry)) {
            unwritten.put(entry.identity(), entry);
        } else {
            unwritten.remove(entry.identity());
        }
        know(entry);
    }

    private void know(LedgerEntry entry) {
        entries.merge(entry.identity(), entry, LedgerEntry::or);
        if (entry.state() == FileState.LOADED) {
            contents.add(entry.content());
        }
    }

    private static LedgerEntry entry(LandedFile file, FileState state, String run, String reason) {
        return new LedgerEntry(file.table(), file.loaded(0, 0), state, run, -1, reason);
    }

    private void takeIn(TableName table) {
        var latest = tables.version(table).orElse(-1);
        var incarnation = latest < 0 ? Optional.<String>empty() : Optional.of(tables.incarnation(table));
        var known = takenIn.incarnation(table);
        var version = known.map(takenIn::version)
                .flatMap(found -> found.stream().boxed().findFirst());
        if (known.isPresent() && (!known.equals(incarnation) || version.orElse(-1L) > latest)) {
            throw new Refusal(
                    ExitCode.NEEDS_A_PERSON,
                    table + ": the file ledger knows version " + version.orElse(-1L) + " of it, "
                            + (latest < 0
                                    ? "the table has none"
                                    : known.equals(incarnation)
                                            ? "the table has " + latest
                                            : "the table is another one that was made anew")
                            + ". Put the table back; or move bronze, silver, gold and " + tables.place(FILES)
                            + " away together, and run again.");
        }
        if (version.orElse(-1L) < latest) {
            incarnation.ifPresent(name -> takeIn(table, name, version.orElse(-1L) + 1, latest));
        }
    }

    private void takeIn(TableName table, String incarnation, long from, long latest) {
        if (tables.oldestCommit(table).orElse(0) > from) {
            ofRows(table, latest);
        }
        for (var version = from; version <= latest; version++) {
            var at = version;
            tables.stampAt(table, version)
                    .ifPresent(stamp -> stamp.files()
                            .forEach(file ->
                                    record(new LedgerEntry(table, file, FileState.LOADED, stamp.run(), at, ""))));
        }
        takenIn.version(incarnation, latest);
    }

    /** Commits that are cleaned up say nothing any more; the rows still say which content they are from. */
    private void ofRows(TableName table, long latest) {
        var files = tables.read(table).groupBy("_file", "_file_sha256", "_data_date", "_run_id");
        for (var row : files.count().collectAsList()) {
            var path = row.getString(0);
            var file = new LoadedFile(
                    path, -1, -1, "", row.getString(1), row.getDate(2).toString(), path, row.getLong(4), 0);
            record(new LedgerEntry(table, file, FileState.LOADED, row.getString(3), latest, ""));
        }
    }
}
