package com.turanmart.lakehouse.kernel;

import io.delta.kernel.Scan;
import io.delta.kernel.Table;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** A Delta table at its path as a client sees it that knows no Spark: its rows, and the sums of its decimal columns. */
public record KernelTable(long rows, SortedMap<String, BigDecimal> sums) {

    /** Prints the table at each of the paths, a line each. */
    public static void main(String[] paths) {
        for (var path : paths) {
            System.out.println(at(Path.of(path)));
        }
    }

    private static KernelTable at(Path path) {
        Engine engine = DefaultEngine.create(new Configuration());
        Scan scan = Table.forPath(engine, path.toString())
                .getLatestSnapshot(engine)
                .getScanBuilder()
                .build();
        var reading = new Reading(engine, scan.getScanState(engine));
        try (var files = scan.getScanFiles(engine)) {
            while (files.hasNext()) {
                try (var rows = files.next().getRows()) {
                    while (rows.hasNext()) {
                        reading.file(rows.next());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KernelTable(reading.rows, reading.sums);
    }

    private static final class Reading {
        private final Engine engine;
        private final Row state;
        private final SortedMap<String, BigDecimal> sums = new TreeMap<>();
        private long rows;

        Reading(Engine engine, Row state) {
            this.engine = engine;
            this.state = state;
        }

        void file(Row file) throws IOException {
            var status = InternalScanFileUtils.getAddFileStatus(file);
            var columns = ScanStateRow.getPhysicalDataReadSchema(state);
            try (var physical = engine.getParquetHandler()
                            .readParquetFiles(singleton(status), columns, Optional.empty())
                            .map(read -> read.getData());
                    CloseableIterator<FilteredColumnarBatch> batches =
                            Scan.transformPhysicalData(engine, state, file, physical)) {
                while (batches.hasNext()) {
                    batch(batches.next());
                }
            }
        }

        private void batch(FilteredColumnarBatch batch) {
            var data = batch.getData();
            for (var row = 0; row < data.getSize(); row++) {
                if (batch.getSelectionVector().isEmpty()
                        || batch.getSelectionVector().get().getBoolean(row)) {
                    rows++;
                    var ordinal = 0;
                    for (StructField field : data.getSchema().fields()) {
                        add(field, data.getColumnVector(ordinal++), row);
                    }
                }
            }
        }

        private void add(StructField field, ColumnVector values, int row) {
            if (field.getDataType() instanceof DecimalType && !values.isNullAt(row)) {
                sums.merge(field.getName(), values.getDecimal(row), BigDecimal::add);
            }
        }

        private static <T> CloseableIterator<T> singleton(T only) {
            return Utils.singletonCloseableIterator(only);
        }
    }
}
