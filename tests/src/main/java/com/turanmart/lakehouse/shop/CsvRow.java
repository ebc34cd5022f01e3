package com.turanmart.lakehouse.shop;

/** One CSV row under construction, reused from row to row. */
final class CsvRow {
    private final StringBuilder text = new StringBuilder(160);

    CsvRow start() {
        text.setLength(0);
        return this;
    }

    /** The three columns in front of every changed row. */
    CsvRow change(char operation, long micros, long key, int part, int number) {
        separate().append(operation);
        Digits.appendUtc(separate(), micros / 1_000_000, "-", " ", ":");
        Digits.append(text.append('.'), micros % 1_000_000, 6);
        Digits.appendUtc(separate(), micros / 1_000_000, "", "", "");
        Digits.append(text, micros % 1_000_000, 6);
        // Source order is commit time; rows of one commit are told apart by key and number.
        Digits.append(text, key, 11);
        Digits.append(text, part, 1);
        Digits.append(text, number, 3);
        return this;
    }

    CsvRow field(long number) {
        separate().append(number);
        return this;
    }

    CsvRow field(String value) {
        boolean quoted = value.indexOf(',') >= 0 || value.indexOf('"') >= 0;
        separate().append(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
        return this;
    }

    CsvRow utc(long epochSecond) {
        Digits.appendUtc(separate(), epochSecond, "-", " ", ":");
        return this;
    }

    CharSequence text() {
        return text;
    }

    private StringBuilder separate() {
        return text.length() == 0 ? text : text.append(',');
    }
}
