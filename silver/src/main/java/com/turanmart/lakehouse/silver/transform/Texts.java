package com.turanmart.lakehouse.silver.transform;

import static org.apache.spark.sql.functions.udf;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.NormalForm;
import com.turanmart.lakehouse.core.conf.Written;
import com.turanmart.lakehouse.silver.value.NestedText;
import com.turanmart.lakehouse.silver.value.PlainText;
import com.turanmart.lakehouse.silver.value.Prepared;
import java.util.List;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.jspecify.annotations.Nullable;

/** Columns of texts, and what the functions of {@code silver.value} make of them. */
final class Texts {
    private static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType);

    private Texts() {}

    /** The typed value of a text; null when the text is null or is no such value. */
    static org.apache.spark.sql.Column read(Column declared, org.apache.spark.sql.Column text) {
        if (declared.type() instanceof StringType && declared.written().normalise() instanceof NormalForm.AsSent) {
            return text;
        }
        var reader = new TextReader(declared.type(), declared.minorDigits(), declared.written());
        return udf(reader, declared.type()).withName("read_text").apply(text);
    }

    /** A text without what is declared to be no part of it; null when it stands for no value. */
    static org.apache.spark.sql.Column prepared(Written written, org.apache.spark.sql.Column text) {
        var prepared = new Prepared(written);
        UDF1<@Nullable String, @Nullable String> prepare =
                raw -> raw == null ? null : prepared.of(raw).orElse(null);
        return prepared.isNothing()
                ? text
                : udf(prepare, DataTypes.StringType).withName("prepare_text").apply(text);
    }

    /** The exact text of a value that is typed already. */
    static org.apache.spark.sql.Column of(org.apache.spark.sql.Column value) {
        UDF1<@Nullable Object, @Nullable String> plain = typed -> typed == null ? null : PlainText.of(typed);
        return udf(plain, DataTypes.StringType).withName("plain_text").apply(value);
    }

    /** One text in a list; an empty list when the JSON cannot have that field, null when nothing was sent there. */
    static org.apache.spark.sql.Column field(org.apache.spark.sql.Column json, List<String> path) {
        UDF1<@Nullable String, @Nullable List<String>> field =
                text -> text == null ? null : NestedText.field(text, path);
        return udf(field, TEXTS).withName("json_field").apply(json);
    }

    /** The elements of a list in JSON; null when the text is null or no list. */
    static org.apache.spark.sql.Column elements(org.apache.spark.sql.Column json) {
        UDF1<@Nullable String, @Nullable List<@Nullable String>> elements =
                text -> text == null ? null : NestedText.elements(text).orElse(null);
        return udf(elements, TEXTS).withName("json_elements").apply(json);
    }
}
