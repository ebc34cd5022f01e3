package com.turanmart.lakehouse.bronze.dialect;

import java.util.Locale;

/** Positions as text that sorts the way they follow each other. */
final class Sequence {
    /** Wide enough for the usual source positions. */
    private static final int WIDTH = 38;
    /** Wide enough for 64 bits. */
    private static final int PART_WIDTH = 20;

    private Sequence() {}

    /** The order of records whose sender gives none: by path of the file, then by line. */
    static String ofPlace(String path, long line) {
        return String.format(Locale.ROOT, "%s#%012d", path, line);
    }

    /** A number sorts like a number, however many digits it has; anything else has no order that could be trusted. */
    static String ofNumber(String name, String sent) throws MalformedChange {
        return padded(name, sent, WIDTH);
    }

    /** A number that is followed by others which decide where it ties. */
    static String ofPart(String name, String sent) throws MalformedChange {
        return padded(name, sent, PART_WIDTH) + "-";
    }

    private static String padded(String name, String sent, int width) throws MalformedChange {
        if (!sent.matches("[0-9]{1,999}")) {
            throw new MalformedChange(name + " is no whole number: the order of changes cannot be told");
        }
        var digits = sent.replaceFirst("^0+(?=.)", "");
        // A colon sorts after every digit.
        return digits.length() <= width
                ? "0".repeat(width - digits.length()) + digits
                : String.format(Locale.ROOT, ":%03d:%s", digits.length(), digits);
    }
}
