package com.turanmart.lakehouse.silver.value;

import com.turanmart.lakehouse.core.conf.Written;
import com.turanmart.lakehouse.silver.value.JsonText.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Lists, structs and maps from JSON. One field of another type than the declared one, and the whole is no value. A
 * field that is not declared is left out, one that is not sent is null.
 */
final class NestedValues implements Reader {
    private static final JsonText NOTHING = new JsonText(Kind.NOTHING, "null", List.of(), Map.of());

    private final DataType type;
    private final Written written;
    private final Map<DataType, Reader> leaves = new HashMap<>();

    NestedValues(DataType type, Written written) {
        this.type = type;
        this.written = written;
    }

    @Override
    public Optional<Object> read(String text) {
        return JsonText.parse(text).filter(json -> json.kind() != Kind.NOTHING).flatMap(json -> value(json, type));
    }

    private Optional<Object> value(JsonText json, DataType wanted) {
        if (wanted instanceof ArrayType array) {
            return json.kind() == Kind.LIST ? list(json, array) : Optional.empty();
        }
        if (wanted instanceof MapType map) {
            return json.kind() == Kind.OBJECT ? map(json, map) : Optional.empty();
        }
        if (wanted instanceof StructType struct) {
            return json.kind() == Kind.OBJECT ? struct(json, struct) : Optional.empty();
        }
        if (wanted instanceof BooleanType && json.kind() == Kind.TRUTH) {
            return Optional.of(Boolean.valueOf(json.text()));
        }
        return kinds(wanted).contains(json.kind())
                ? leaves.computeIfAbsent(wanted, this::leaf).read(json.text())
                : Optional.empty();
    }

    private Reader leaf(DataType wanted) {
        return wanted instanceof NumericType ? Reader.number(wanted, 0) : Reader.of(wanted, 0, written);
    }

    private static Set<Kind> kinds(DataType wanted) {
        if (wanted instanceof NumericType) {
            return Set.of(Kind.NUMBER);
        }
        return wanted instanceof TimestampType ? Set.of(Kind.STRING, Kind.NUMBER) : Set.of(Kind.STRING);
    }

    private Optional<Object> list(JsonText json, ArrayType array) {
        var values = new ArrayList<@Nullable Object>();
        for (var item : json.items()) {
            if (!add(item, array.elementType(), array.containsNull(), values)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private Optional<Object> map(JsonText json, MapType map) {
        var values = new ArrayList<@Nullable Object>();
        var entries = new LinkedHashMap<String, @Nullable Object>();
        for (var field : json.fields().entrySet()) {
            if (!add(field.getValue(), map.valueType(), map.valueContainsNull(), values)) {
                return Optional.empty();
            }
            entries.put(field.getKey(), values.get(values.size() - 1));
        }
        return Optional.of(entries);
    }

    private Optional<Object> struct(JsonText json, StructType struct) {
        var values = new ArrayList<@Nullable Object>();
        for (var field : struct.fields()) {
            var sent = json.fields().getOrDefault(field.name(), NOTHING);
            if (!add(sent, field.dataType(), field.nullable(), values)) {
                return Optional.empty();
            }
        }
        return Optional.of(RowFactory.create(values.toArray()));
    }

    /** Whether the piece is such a value, or nothing where that is allowed; then it is added. */
    private boolean add(JsonText json, DataType wanted, boolean nullable, List<@Nullable Object> values) {
        if (json.kind() == Kind.NOTHING) {
            values.add(null);
            return nullable;
        }
        var value = value(json, wanted);
        value.ifPresent(values::add);
        return value.isPresent();
    }
}
