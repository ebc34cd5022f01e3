package com.turanmart.lakehouse.silver;

import com.turanmart.lakehouse.core.table.MapValue;
import com.turanmart.lakehouse.spark.TestSession;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A row of bronze as a test writes it: an operation, a sequence, and the texts that were sent. */
public record BronzeRow(
        String op,
        String sequence,
        String file,
        long line,
        List<String> texts,
        LocalDate date,
        Map<String, String> before) {

    public BronzeRow(String op, String sequence, String file, long line, List<String> texts) {
        this(op, sequence, file, line, texts, LocalDate.parse("2026-02-03"), Map.of());
    }

    public static BronzeRow of(String op, String sequence, String... texts) {
        return new BronzeRow(op, sequence, "part-1.csv", 2, Arrays.asList(texts));
    }

    public BronzeRow on(LocalDate date) {
        return new BronzeRow(op, sequence, file, line, texts, date, before);
    }

    /** An update that says what some fields were before. */
    public BronzeRow before(Map<String, String> before) {
        return new BronzeRow(op, sequence, file, line, texts, date, before);
    }

    public BronzeRow in(String file) {
        return new BronzeRow(op, sequence, file, line, texts, date, before);
    }

    public static Dataset<Row> rows(List<String> columns, List<BronzeRow> rows) {
        var schema = new StructType();
        for (var column : columns) {
            schema = schema.add(column, DataTypes.StringType);
        }
        schema = schema.add("_op", DataTypes.StringType)
                .add("_sequence", DataTypes.StringType)
                .add("_committed_at", DataTypes.StringType)
                .add("_before", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
                .add("_file", DataTypes.StringType)
                .add("_line", DataTypes.LongType)
                .add("_file_sha256", DataTypes.StringType)
                .add("_data_date", DataTypes.DateType);
        return TestSession.rows(schema, rows.stream().map(BronzeRow::row).toList());
    }

    private Row row() {
        var values = new ArrayList<Object>(texts);
        values.add(op);
        values.add(sequence);
        values.add(null);
        values.add(before.isEmpty() ? null : MapValue.of(before));
        values.add(file);
        values.add(line);
        values.add("sha of " + file);
        values.add(Date.valueOf(date));
        return RowFactory.create(values.toArray());
    }
}
