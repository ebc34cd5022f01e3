package com.turanmart.lakehouse.silver.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** Numbers in ASCII digits, neither rounded nor cut nor wrapped around. */
final class Numbers {
    /** Longer texts cost more than they can mean. */
    private static final int MOST_CHARACTERS = 1000;

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?");
    private static final Pattern FLOATING = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

    /** Each gives the value, or refuses with ArithmeticException what does not fit. */
    private static final Map<DataType, Function<BigInteger, Object>> WHOLE_TYPES = Map.of(
            DataTypes.ByteType, BigInteger::byteValueExact,
            DataTypes.ShortType, BigInteger::shortValueExact,
            DataTypes.IntegerType, BigInteger::intValueExact,
            DataTypes.LongType, BigInteger::longValueExact);

    private Numbers() {}

    static Optional<Object> whole(String text, DataType type) {
        var exact = WHOLE_TYPES.get(type);
        if (exact == null) {
            throw new IllegalArgumentException("no texts are read as " + type.sql());
        }
        if (!has(WHOLE, text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(exact.apply(new BigInteger(text)));
        } catch (ArithmeticException doesNotFit) {
            return Optional.empty();
        }
    }

    static Optional<Object> decimal(String text, DecimalType type, int minorDigits) {
        if (!has(DECIMAL, text)) {
            return Optional.empty();
        }
        try {
            var value =
                    new BigDecimal(text).movePointLeft(minorDigits).setScale(type.scale(), RoundingMode.UNNECESSARY);
            return Optional.<Object>of(value).filter(fits -> value.precision() <= type.precision());
        } catch (ArithmeticException hasMoreDigits) {
            return Optional.empty();
        }
    }

    /** Finite, and nothing that is not zero becomes zero; a zero has no sign. */
    static Optional<Object> floating(String text, DataType type) {
        if (!has(FLOATING, text)) {
            return Optional.empty();
        }
        var isZero = !text.split("[eE]", 2)[0].matches(".*[1-9].*");
        if (type.equals(DataTypes.FloatType)) {
            var value = Float.parseFloat(text);
            return Optional.<Object>of(value + 0.0f).filter(kept -> Float.isFinite(value) && (value != 0) != isZero);
        }
        var value = Double.parseDouble(text);
        return Optional.<Object>of(value + 0.0).filter(kept -> Double.isFinite(value) && (value != 0) != isZero);
    }

    private static boolean has(Pattern form, String text) {
        return text.length() <= MOST_CHARACTERS && form.matcher(text).matches();
    }
}
