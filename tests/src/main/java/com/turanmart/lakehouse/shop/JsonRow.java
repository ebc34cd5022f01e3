package com.turanmart.lakehouse.shop;

/** One JSON object under construction, reused from row to row. */
final class JsonRow {
    private final StringBuilder text = new StringBuilder(300);

    JsonRow start() {
        text.setLength(0);
        text.append('{');
        return this;
    }

    JsonRow field(String name, long number) {
        name(name).append(number);
        return this;
    }

    JsonRow field(String name, String value) {
        name(name)
                .append('"')
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
        return this;
    }

    /** A number with that many digits behind the point. */
    JsonRow decimal(String name, long unscaled, int digits) {
        Digits.appendDecimal(name(name), unscaled, digits);
        return this;
    }

    JsonRow missing(String name) {
        return json(name, "null");
    }

    /** A value that is JSON already. */
    JsonRow json(String name, CharSequence value) {
        name(name).append(value);
        return this;
    }

    JsonRow utc(String name, long epochSecond) {
        Digits.appendUtc(name(name).append('"'), epochSecond, "-", "T", ":");
        text.append("Z\"");
        return this;
    }

    /** The whole object; valid until the next start. */
    CharSequence end() {
        return text.append('}');
    }

    private StringBuilder name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        return text.append('"').append(name).append("\":");
    }
}
