package com.turanmart.lakehouse.bronze;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** Which types hold every value of another one as it is. */
final class Widening {
    private static final List<DataType> WHOLE =
            List.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);
    private static final int[] DIGITS = {3, 5, 10, 19};

    private Widening() {}

    static boolean isLossless(DataType from, DataType to) {
        // Names of types say all but whether parts may be null, and any part may be null here.
        if (from.catalogString().equals(to.catalogString())) {
            return true;
        }
        var whole = WHOLE.indexOf(from);
        if (to instanceof DecimalType wide) {
            if (from instanceof DecimalType narrow) {
                return wide.scale() >= narrow.scale()
                        && wide.precision() - wide.scale() >= narrow.precision() - narrow.scale();
            }
            return whole >= 0 && wide.precision() - wide.scale() >= DIGITS[whole];
        }
        if (to.equals(DataTypes.DoubleType)) {
            return from.equals(DataTypes.FloatType) || (whole >= 0 && whole <= 2);
        }
        return whole >= 0 && whole < WHOLE.indexOf(to);
    }
}
