package com.turanmart.lakehouse.core.conf;

import java.io.Serializable;

/** How the files of a dataset are written. */
public sealed interface Format extends Serializable {

    /** Comma-separated values with a header line; read by header, never by position. */
    record Csv(
            @Key(says = "The character between two fields.", otherwise = "\",\"", example = "\";\"")
            String delimiter) implements Format {}

    /** One JSON object a line. */
    record JsonLines() implements Format {}

    /** Apache Parquet; its columns have types. */
    record Parquet() implements Format {}

    /** Apache ORC; its columns have types. */
    record Orc() implements Format {}

    /** Whether columns keep the types that they are sent with. */
    static boolean isTyped(Format format) {
        return format instanceof Parquet || format instanceof Orc;
    }
}
