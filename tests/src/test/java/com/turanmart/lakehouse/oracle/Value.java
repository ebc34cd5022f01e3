package com.turanmart.lakehouse.oracle;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.OffsetDateTime;

/** A value as text, the same from whichever engine it comes. */
final class Value {
    private Value() {}

    static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant().toString();
        }
        if (value instanceof Timestamp moment) {
            return moment.toInstant().toString();
        }
        return String.valueOf(value);
    }
}
