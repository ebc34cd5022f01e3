package com.turanmart.lakehouse.architecture.planted.silver.transform;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Gives another answer each time. */
public final class RollsDice {
    private RollsDice() {}

    static Column salt() {
        return functions.rand();
    }
}
