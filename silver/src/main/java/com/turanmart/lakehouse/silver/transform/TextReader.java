package com.turanmart.lakehouse.silver.transform;

import com.turanmart.lakehouse.core.conf.Written;
import com.turanmart.lakehouse.silver.value.Reader;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;

/** A reader of texts on its way to the executors: it is made where it works. */
final class TextReader implements UDF1<@Nullable String, @Nullable Object> {
    private static final long serialVersionUID = 1L;

    private final DataType type;
    private final int minorDigits;
    private final Written written;
    private transient @Nullable Reader reader;

    TextReader(DataType type, int minorDigits, Written written) {
        this.type = type;
        this.minorDigits = minorDigits;
        this.written = written;
    }

    @Override
    public @Nullable Object call(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (reader == null) {
            reader = Reader.of(type, minorDigits, written);
        }
        return reader.read(text).orElse(null);
    }
}
