package com.turanmart.lakehouse.shop;

/** One row of a table as text: values as SQL casts them to text, nothing for null, a bar between two. */
final class StateRow {
    private final StringBuilder text = new StringBuilder(160);
    private boolean first = true;

    StateRow start() {
        text.setLength(0);
        first = true;
        return this;
    }

    StateRow value(long number) {
        next().append(number);
        return this;
    }

    StateRow value(Object value) {
        next().append(value);
        return this;
    }

    StateRow none() {
        next();
        return this;
    }

    /** An amount of money that is counted in hundredths. */
    StateRow minor(long amount) {
        return decimal(amount, 2);
    }

    StateRow decimal(long unscaled, int digits) {
        Digits.appendDecimal(next(), unscaled, digits);
        return this;
    }

    StateRow utc(long epochSecond) {
        Digits.appendUtc(next(), epochSecond, "-", " ", ":");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private StringBuilder next() {
        if (!first) {
            text.append('|');
        }
        first = false;
        return text;
    }
}
