package com.turanmart.lakehouse.silver.transform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.SentPath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;

/**
 * What was sent for one column, and what it is worth in the declared type.
 *
 * @param raw as it was sent; null when nothing was
 * @param missing whether nothing was sent, or a text that stands for no value
 * @param value null when there is none, or when what was sent is none of its type
 */
record Sent(
        Column declared,
        SentPath path,
        org.apache.spark.sql.Column raw,
        org.apache.spark.sql.Column missing,
        org.apache.spark.sql.Column value) {

    static Sent of(Column declared, StructType bronze) {
        var from = declared.from().orElseThrow();
        var path = SentPath.of(from, List.of(bronze.fieldNames()))
                .orElseThrow(() -> new IllegalArgumentException("the input has no column for " + from));
        var outer = col("`" + path.column() + "`");
        var outerType = bronze.apply(path.column()).dataType();
        if (outerType instanceof StringType && !path.fields().isEmpty()) {
            return ofField(declared, path, outer);
        }
        var value = col(Stream.concat(Stream.of(path.column()), path.fields().stream())
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(".")));
        return ofValue(declared, path, value, type(outerType, path.fields()));
    }

    /** Whether something was sent that is no value of the declared type. */
    org.apache.spark.sql.Column fault() {
        return missing.equalTo(false).and(value.isNull());
    }

    /** A field of JSON text; JSON that is no object is a fault of every column that looks into it. */
    private static Sent ofField(Column declared, SentPath path, org.apache.spark.sql.Column json) {
        var found = Texts.field(json, path.fields());
        var raw = found.getItem(0);
        var text = Texts.prepared(declared.written(), raw);
        return new Sent(
                declared,
                path,
                coalesce(raw, json),
                found.isNull().or(size(found).equalTo(1).and(text.isNull())),
                Texts.read(declared, text));
    }

    private static Sent ofValue(Column declared, SentPath path, org.apache.spark.sql.Column value, DataType type) {
        if (type instanceof StringType) {
            var text = Texts.prepared(declared.written(), value);
            return new Sent(declared, path, value, text.isNull(), Texts.read(declared, text));
        }
        return new Sent(declared, path, value, value.isNull(), TypedAlready.as(declared, value, type));
    }

    private static DataType type(DataType outer, List<String> fields) {
        var type = outer;
        for (var field : fields) {
            if (!(type instanceof StructType struct)) {
                return DataTypes.NullType;
            }
            type = struct.apply(field).dataType();
        }
        return type;
    }
}
