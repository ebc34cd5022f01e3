package com.turanmart.lakehouse.core.conf;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/** How a sender writes the values of a column; what is not declared is taken exactly as it is. */
public record Written(
        @Key(says = "Blanks around a value are not part of it.", otherwise = "false", example = "true")
        boolean trim,

        @Key(says = "Capitals are not part of it: it is kept in small letters.", otherwise = "false", example = "true")
        boolean foldCase,

        @Key(says = "One form for texts that mean the same.", otherwise = "as_sent", example = "nfc")
        NormalForm normalise,

        @Key(says = "An empty text stands for no value.", otherwise = "false", example = "true")
        boolean emptyIsNull,

        @Key(says = "Texts that stand for no value.", otherwise = "[]", example = "[\"NULL\", \"-\"]")
        List<String> nullValues,

        @Key(says = "Texts that stand for true.", otherwise = "[\"true\"]", example = "[\"yes\", \"1\"]")
        List<String> trueValues,

        @Key(says = "Texts that stand for false.", otherwise = "[\"false\"]", example = "[\"no\", \"0\"]")
        List<String> falseValues,

        @Key(
                says =
                        "Patterns of a date or timestamp, tried in order: iso, epoch_seconds, epoch_millis, epoch_micros or letters.",
                otherwise = "[iso]",
                example = "[\"dd.MM.yyyy HH:mm\", iso]")
        List<TimePattern> patterns,

        @Key(says = "Zone of times that are sent without one.", otherwise = "UTC", example = "Asia/Tashkent")
        ZoneId zone,

        @Key(
                says = "Which instant a local time is that a clock change makes happen twice.",
                otherwise = "refuse",
                example = "earlier")
        Overlap overlap,

        @Key(says = "The sign before the fraction of a number.", otherwise = "point", example = "comma")
        DecimalSign decimalSign,

        @Key(says = "The sign between groups of three digits.", otherwise = "without", example = "blank")
        Grouping grouping,

        @Key(says = "How bytes are written.", otherwise = "base64", example = "hex")
        Encoding encoding)
        implements Serializable {
    /** Nothing is declared. */
    public static final Written AS_SENT = new Written(
            false,
            false,
            new NormalForm.AsSent(),
            false,
            List.of(),
            List.of("true"),
            List.of("false"),
            List.of(TimePattern.ISO),
            ZoneId.of("UTC"),
            Overlap.REFUSE,
            DecimalSign.POINT,
            Grouping.WITHOUT,
            Encoding.BASE64);

    /** What becomes of a local time that happens twice. */
    public enum Overlap {
        REFUSE,
        EARLIER,
        LATER
    }

    /** The sign before a fraction. */
    public enum DecimalSign {
        POINT,
        COMMA
    }

    /** The sign between groups of digits. */
    public enum Grouping {
        WITHOUT,
        COMMA,
        POINT,
        BLANK,
        APOSTROPHE
    }

    /** How bytes are written as text. */
    public enum Encoding {
        BASE64,
        HEX
    }
}
