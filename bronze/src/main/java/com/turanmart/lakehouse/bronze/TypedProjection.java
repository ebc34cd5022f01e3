package com.turanmart.lakehouse.bronze;

import static org.apache.spark.sql.functions.base64;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import com.turanmart.lakehouse.bronze.format.SentAs;
import com.turanmart.lakehouse.core.run.Run;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** How the columns of a file that has types become those of bronze: by name, each with its declared type. */
record TypedProjection(SentAs sent, StructType found) {

    /** Declared columns that the file does not have. */
    List<String> missing() {
        return sent.columns().stream().filter(column -> !has(column)).toList();
    }

    /** Columns of the file that nobody declared. */
    List<String> undeclared() {
        return Stream.of(found.fieldNames())
                .filter(name -> !sent.columns().contains(name))
                .toList();
    }

    /** Why the file cannot be taken: a type that does not fit is never bent. */
    Optional<String> problem() {
        var names = new HashSet<String>();
        for (var name : found.fieldNames()) {
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                return Optional.of("two of its columns are called '" + name + "', capitals apart");
            }
        }
        var misfits = sent.columns().stream()
                .filter(this::has)
                .filter(column -> !Widening.isLossless(typeOf(column), sent.type(column)))
                .map(column -> "column '" + column + "' is " + words(typeOf(column)) + ", expected "
                        + words(sent.type(column)))
                .toList();
        return misfits.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", misfits));
    }

    /** Rows as a read of bronze has them, without the row that ends the file; lines are counted from 1. */
    Dataset<Row> rows(Dataset<Row> read, LandedFile file, Run run) {
        var line = monotonically_increasing_id().plus(1);
        var others = others();
        Map<String, Column> own = new LinkedHashMap<>();
        own.put("_op", lit("I"));
        own.put("_sequence", concat(lit(file.file().path() + "#"), lpad(line.cast("string"), 12, "0")));
        own.put("_rescued", when(size(others).gt(0), others));
        own.put("_source", lit(sent.source()));
        own.put("_file", lit(file.file().path()));
        own.put("_line", line);
        own.put("_file_sha256", lit(file.sha256()));
        own.put("_data_date", lit(Date.valueOf(file.date())));
        own.put("_schema_version", lit(sent.schemaVersion()));
        own.put("_run_id", lit(run.id()));
        own.put("_loaded_at", lit(Timestamp.from(run.startedAt())));
        var columns = new ArrayList<Column>();
        for (var field : BronzeRows.readSchema(sent).fields()) {
            var name = field.name();
            var declared = sent.columns().contains(name) && has(name) ? sent(name) : lit(null);
            columns.add(own.getOrDefault(name, declared).cast(field.dataType()).as(name));
        }
        return read.select(columns.toArray(Column[]::new));
    }

    static Column sent(String name) {
        return col("`" + name.replace("`", "``") + "`");
    }

    private Column others() {
        var entries = undeclared().stream()
                .flatMap(name -> Stream.of(lit(name), text(name)))
                .toArray(Column[]::new);
        return map_filter(
                map(entries).cast(DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType)),
                (name, value) -> value.isNotNull());
    }

    private Column text(String name) {
        var type = typeOf(name);
        if (type instanceof StructType || type instanceof ArrayType || type instanceof MapType) {
            return to_json(sent(name));
        }
        return type.equals(DataTypes.BinaryType)
                ? base64(sent(name))
                : sent(name).cast(DataTypes.StringType);
    }

    private boolean has(String name) {
        return List.of(found.fieldNames()).contains(name);
    }

    private DataType typeOf(String name) {
        return found.apply(name).dataType();
    }

    private static String words(DataType type) {
        return type.sql().toLowerCase(Locale.ROOT);
    }
}
