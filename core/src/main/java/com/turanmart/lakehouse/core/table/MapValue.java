package com.turanmart.lakehouse.core.table;

import java.util.Map;
import scala.collection.JavaConverters;

/** A map as a value of a row: Spark takes Scala's maps only. */
public final class MapValue {
    private MapValue() {}

    public static Object of(Map<String, ?> entries) {
        return JavaConverters.mapAsScalaMap(entries);
    }
}
