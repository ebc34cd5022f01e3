package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.Dialect;
import com.turanmart.lakehouse.core.conf.Format;
import com.turanmart.lakehouse.core.conf.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;

/** Files of order_id and country, as the senders of tests write them. */
public final class SentFiles {
    static final List<String> COLUMNS = List.of("order_id", "country");
    public static final Format.Csv CSV = csv(",", "\"", Optional.empty());
    static final Format.JsonLines JSON_LINES = new Format.JsonLines("UTF-8");
    static final Format.Json JSON = new Format.Json("UTF-8");
    public static final Limits LIMITS = new Limits(1 << 20, 1 << 22, 100, 10_240, 200);

    private SentFiles() {}

    public static SentAs csv(Dialect dialect) {
        return new SentAs(COLUMNS, Map.of(), CSV, dialect, 3, "shop", LIMITS);
    }

    public static SentAs jsonLines() {
        return of(JSON_LINES);
    }

    static SentAs of(Format format) {
        return of(format, COLUMNS);
    }

    /** Files whose columns have types. */
    public static SentAs typed(Format format, List<String> columns, Map<String, DataType> types) {
        return new SentAs(columns, types, format, new Dialect.Plain(), 3, "shop", LIMITS);
    }

    static SentAs of(Format format, List<String> columns, Dialect dialect) {
        return new SentAs(columns, Map.of(), format, dialect, 3, "shop", LIMITS);
    }

    static SentAs of(Format format, List<String> columns) {
        return new SentAs(columns, Map.of(), format, new Dialect.Plain(), 3, "shop", LIMITS);
    }

    static SentAs of(Format format, Limits limits) {
        return new SentAs(COLUMNS, Map.of(), format, new Dialect.Plain(), 3, "shop", limits);
    }

    static Format.Csv csv(String delimiter, String quote, Optional<String> escape) {
        return new Format.Csv(delimiter, quote, escape, true, Optional.empty(), "UTF-8");
    }

    static Format.Csv headless(String delimiter) {
        return new Format.Csv(delimiter, "\"", Optional.empty(), false, Optional.empty(), "UTF-8");
    }

    static Format.Csv encoded(String encoding) {
        return new Format.Csv(",", "\"", Optional.empty(), true, Optional.empty(), encoding);
    }
}
