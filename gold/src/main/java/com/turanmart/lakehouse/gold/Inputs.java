package com.turanmart.lakehouse.gold;

import static org.apache.spark.sql.functions.lit;

import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.sql.Names;
import com.turanmart.lakehouse.core.sql.NeededColumns;
import com.turanmart.lakehouse.core.sql.SqlText;
import com.turanmart.lakehouse.core.table.Memory;
import com.turanmart.lakehouse.core.table.TableVersion;
import com.turanmart.lakehouse.core.table.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What the tables of one build read, each pinned once to the version that all of them see, whatever is written
 * meanwhile; one that is built with them is read as it is about to be.
 */
final class Inputs implements AutoCloseable {
    private final SparkSession spark;
    private final Tables tables;
    private final Memory memory;
    private final Map<TableName, TableVersion> pinned = new TreeMap<>();
    private final Map<TableName, Dataset<Row>> rows = new HashMap<>();
    private final Map<TableName, Optional<Dataset<Row>>> staged = new HashMap<>();
    private final Set<String> views = new TreeSet<>();

    Inputs(SparkSession spark, Tables tables, Memory memory) {
        this.spark = spark;
        this.tables = tables;
        this.memory = memory;
    }

    /** Pins the latest version, if there is one and none is pinned yet. */
    void pin(TableName input) {
        if (!pinned.containsKey(input)) {
            tables.current(input).ifPresent(current -> pinned.put(input, current));
        }
    }

    /** Shows the queries of a table what they read of itself and its inputs. */
    void read(SqlTable table) {
        Stream.concat(Stream.of(table.table()), table.inputs().stream())
                .filter(input -> pinned.containsKey(input) && !staged.containsKey(input) && !rows.containsKey(input))
                .forEach(input -> {
                    rows.put(input, rows(required(input)));
                    show(input, rows.get(input));
                });
    }

    /** A small table is read once, however often queries name it: each time Delta looks for its files anew. */
    private Dataset<Row> rows(TableVersion input) {
        var stored = tables.read(input.table(), input.version());
        return tables.isSmall(input.table()) ? memory.keep(stored) : stored;
    }

    /** The rows of a table as they were read; none when there is no such table yet. */
    Optional<Dataset<Row>> rows(TableName table) {
        return Optional.ofNullable(rows.get(table));
    }

    /** Shows a table as its readers would see it. */
    void show(TableName table, Dataset<Row> rows) {
        show(view(table), rows);
    }

    /** Shows rows to queries, under a name, until the build ends. */
    void show(String view, Dataset<Row> rows) {
        rows.createOrReplaceTempView(view);
        views.add(view);
    }

    /** Shows a table to its own query: what is not there yet, all of it or a column, is there without a value. */
    void showItself(TableName table, List<String> columns) {
        var published = rows(table).orElseGet(() -> spark.emptyDataFrame());
        var there = List.of(published.columns());
        for (var column : columns) {
            published = there.contains(column) ? published : published.withColumn(column, lit(null));
        }
        show(table, published);
    }

    /** Rows that a table which is shown would gain and lose; none when it becomes another one. */
    void stage(TableName table, Optional<Dataset<Row>> changed) {
        staged.put(table, changed);
    }

    /** What was staged has become this version. */
    void committed(TableName input, long version) {
        rows.remove(input);
        pinned.put(
                input,
                new TableVersion(input, tables.current(input).orElseThrow().id(), version));
    }

    /** The version that is read, or was committed last. */
    Optional<TableVersion> version(TableName table) {
        return Optional.ofNullable(pinned.get(table));
    }

    /** Inputs of a table that nobody has written yet. */
    List<TableName> missing(SqlTable table) {
        return table.inputs().stream()
                .filter(input -> !pinned.containsKey(input) && !staged.containsKey(input))
                .toList();
    }

    /** How far a table over these inputs has come, as its stamp says it. */
    Map<String, Long> taken(SqlTable table) {
        var taken = new TreeMap<String, Long>();
        table.inputs().stream().map(this::required).forEach(input -> taken.put(input.incarnation(), input.version()));
        return taken;
    }

    /**
     * Whether these are the tables that an earlier build took in, and tell of all changes since: one that was made anew
     * has none, Delta cleans old ones up, and those of other columns cannot be read beside each other.
     */
    boolean continues(SqlTable table, Map<String, Long> taken) {
        return table.inputs().stream()
                .allMatch(input -> isTheSame(input)
                        && version(input)
                                .filter(now -> Optional.ofNullable(taken.get(now.incarnation()))
                                        .filter(since -> since == now.version() || tellsAllSince(now, since))
                                        .isPresent())
                                .isPresent());
    }

    private boolean isTheSame(TableName input) {
        return !staged.containsKey(input)
                || staged.getOrDefault(input, Optional.empty()).isPresent();
    }

    private boolean tellsAllSince(TableVersion now, long since) {
        return tables.oldestCommit(now.table()).orElse(0) <= since + 1
                && !tables.isRedefined(now.table(), since, now.version());
    }

    /** Whether an input is another one, or at another version, than an earlier build took in. */
    boolean haveMoved(SqlTable table, Map<String, Long> taken) {
        return table.inputs().stream().anyMatch(staged::containsKey)
                || !taken(table).equals(taken);
    }

    /** Of each input that has moved on since an earlier build, every row it gained or lost, as it is and as it was. */
    Map<TableName, Dataset<Row>> changedSince(SqlTable table, Map<String, Long> taken) {
        var changed = new TreeMap<TableName, Dataset<Row>>();
        for (var input : table.inputs()) {
            Stream.of(published(input, taken), staged.getOrDefault(input, Optional.empty()))
                    .flatMap(Optional::stream)
                    .reduce((earlier, later) -> earlier.unionByName(later, true))
                    .ifPresent(rows -> changed.put(input, rows));
        }
        return changed;
    }

    private Optional<Dataset<Row>> published(TableName input, Map<String, Long> taken) {
        var now = required(input);
        var since = Objects.requireNonNull(taken.get(now.incarnation()));
        return since.equals(now.version())
                ? Optional.empty()
                : Optional.of(tables.changes(input, since, now.version()));
    }

    private TableVersion required(TableName input) {
        return version(input).orElseThrow();
    }

    /**
     * The query that defines a table, over what a part of it needs of the inputs.
     *
     * @param whole the same query over all of them
     */
    Dataset<Row> part(SqlTable table, SqlText sql, Dataset<Row> whole, Part part) {
        var needed = NeededColumns.of(whole);
        table.narrow()
                .forEach((input, column) -> show(
                        narrowed(input),
                        part.narrow(spark.table(view(input)).select(columns(input, column, needed)), column, memory)));
        return part.of(
                query(table, sql, input -> table.narrow().containsKey(input) ? narrowed(input) : view(input)),
                table.unit().orElse(""));
    }

    private Column[] columns(TableName input, String unit, Set<String> needed) {
        return Stream.of(spark.table(view(input)).columns())
                .filter(name -> name.equalsIgnoreCase(unit) || needed.contains(name))
                .map(Names::column)
                .toArray(Column[]::new);
    }

    /** A query over a table and its inputs, and over nothing else. */
    Dataset<Row> query(SqlTable table, SqlText sql) {
        return query(table, sql, Inputs::view);
    }

    private Dataset<Row> query(SqlTable table, SqlText sql, Function<TableName, String> views) {
        var names = Stream.concat(Stream.of(table.table()), table.inputs().stream())
                .collect(Collectors.toMap(TableName::toString, views));
        return spark.sql(sql.renamed(name -> names.getOrDefault(name, name)));
    }

    /** The session lives as long as Delta remembers a table that it has read, and with it all that its views lead to. */
    @Override
    public void close() {
        views.forEach(view -> spark.catalog().dropTempView(view));
    }

    private static String narrowed(TableName table) {
        return view(table) + "__narrowed";
    }

    private static String view(TableName table) {
        return table.zone().word() + "__" + table.name();
    }
}
