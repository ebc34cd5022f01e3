package com.turanmart.lakehouse.core.conf;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the files of a dataset are written. */
public sealed interface Format extends Serializable
        permits Format.Csv, Format.JsonLines, Format.Json, Format.FixedWidth, Format.Parquet, Format.Orc, Format.Avro {

    /** Values between delimiters; read by the header's names, or by position when there is no header. */
    record Csv(
            @Key(says = "What stands between two fields.", otherwise = "\",\"", example = "\";\"")
            String delimiter,

            @Key(
                    says =
                            "The character around a field that holds delimiters or line breaks; none for no such character.",
                    otherwise = "'\"'",
                    example = "\"'\"")
            String quote,

            @Key(
                    says = "The character that takes its meaning from the quote, delimiter or line break after it;"
                            + " without it a quote inside quotes is doubled.",
                    otherwise = "none",
                    example = "\"\\\\\"")
            Optional<String> escape,

            @Key(
                    says =
                            "Whether the first line names the columns; without it the columns come as they are declared.",
                    otherwise = "true",
                    example = "false")
            boolean header,

            @Key(
                    says = "An unquoted field that stands for no value; without it that is an empty one.",
                    otherwise = "none",
                    example = "\"\\\\N\"")
            Optional<String> nullMarker,

            @Key(says = "The character set of the text.", otherwise = "UTF-8", example = "windows-1251")
            String encoding)
            implements Format {
        /** What {@link #quote} says when there is none. */
        public static final String NO_QUOTE = "none";

        /** Optional values do not travel to executors. */
        private Object writeReplace() {
            return new Travelling(delimiter, quote, escape.orElse(null), header, nullMarker.orElse(null), encoding);
        }

        private record Travelling(
                String delimiter,
                String quote,
                @Nullable String escape,
                boolean header,
                @Nullable String nullMarker,
                String encoding)
                implements Serializable {
            private Object readResolve() {
                return new Csv(
                        delimiter,
                        quote,
                        Optional.ofNullable(escape),
                        header,
                        Optional.ofNullable(nullMarker),
                        encoding);
            }
        }
    }

    /** One JSON object a line. */
    record JsonLines(
            @Key(says = "The character set of the text.", otherwise = "UTF-8", example = "UTF-16")
            String encoding) implements Format {}

    /** One JSON array of objects, or a single object, over as many lines as it likes. */
    record Json(
            @Key(says = "The character set of the text.", otherwise = "UTF-8", example = "UTF-16")
            String encoding) implements Format {}

    /** Lines whose fields stand at fixed places; blanks around a value are padding. */
    record FixedWidth(
            @Key(
                    says = "Where each declared column stands in a line.",
                    example = "{order_id: {start: 1, length: 8}, status: {start: 9, length: 2}}")
            Map<String, Slice> fields,

            @Key(says = "The character set of the text.", otherwise = "UTF-8", example = "windows-1251")
            String encoding)
            implements Format {}

    /** A part of a line. */
    record Slice(
            @Key(says = "The first character, counted from 1.", least = 1, example = "1")
            int start,

            @Key(says = "How many characters.", least = 1, example = "8")
            int length)
            implements Serializable {}

    /** Apache Parquet; its columns have types. */
    record Parquet() implements Format {}

    /** Apache ORC; its columns have types. */
    record Orc() implements Format {}

    /** Apache Avro, files with their schema in them; their columns have types. */
    record Avro() implements Format {}

    /** Whether columns keep the types that they are sent with. */
    static boolean isTyped(Format format) {
        return format instanceof Parquet || format instanceof Orc || format instanceof Avro;
    }
}
