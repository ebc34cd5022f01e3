package com.turanmart.lakehouse.silver;

import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.core.table.Tables;
import com.turanmart.lakehouse.quality.Gate;
import com.turanmart.lakehouse.quality.Releases;
import com.turanmart.lakehouse.spark.TestSession;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One silver table over one bronze table, in a folder of its own. */
final class SilverUnderTest {
    private static final Run RUN = new Run("r-1", LocalDate.parse("2026-02-03"), Instant.parse("2026-02-04T01:00:00Z"));

    private final Tables tables;
    private final SilverTable table;
    private final List<String> columns;

    SilverUnderTest(Path root, SilverTable table, String... columns) {
        tables = TestSession.interpreting(root);
        this.table = table;
        this.columns = List.of(columns);
    }

    Tables tables() {
        return tables;
    }

    /** Rows that land as one delivery, in bronze and not further. */
    void arrive(List<BronzeRow> rows) {
        var bronze = table.inputs().get(0);
        var version = tables.version(bronze).orElse(-1);
        var sent = IntStream.range(0, rows.size())
                .mapToObj(line -> new BronzeRow(
                        rows.get(line).op(),
                        rows.get(line).sequence(),
                        "part-" + version + ".csv",
                        line,
                        rows.get(line).texts(),
                        rows.get(line).date(),
                        rows.get(line).before()))
                .toList();
        tables.append(bronze, BronzeRow.rows(columns, sent), Stamp.ofFiles(RUN, List.of()), List.of("_data_date"));
    }

    StepResult load() {
        return load(table);
    }

    /** Loads as another declaration of the same table says. */
    StepResult load(SilverTable declared) {
        return new SilverLoad(tables, new Gate(RUN, tables, List.of(declared), new Releases(List.of())))
                .load(RUN, declared);
    }

    StepResult arriveAndLoad(BronzeRow... rows) {
        arrive(Arrays.asList(rows));
        return load();
    }

    /** What Delta measured of the table's latest commit. */
    Map<String, Long> metrics() {
        return tables.latest(table.table()).counts();
    }

    Dataset<Row> rows() {
        return tables.read(table.table());
    }

    Dataset<Row> history() {
        return tables.read(table.history().orElseThrow());
    }

    Dataset<Row> beside(String what) {
        return tables.read(new TableName(table.table().zone(), table.table().name() + "__" + what));
    }

    static List<String> texts(Dataset<Row> rows, String... columns) {
        return rows.selectExpr(columns).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }
}
