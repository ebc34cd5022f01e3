package com.turanmart.lakehouse.core.table;

import java.util.List;
import java.util.Map;
import scala.collection.JavaConverters;

/** Maps and lists as values of a row: Spark takes Scala's only. */
public final class RowValue {
    private RowValue() {}

    public static Object of(Map<String, ?> entries) {
        return JavaConverters.mapAsScalaMap(entries);
    }

    public static Object of(List<String> items) {
        return JavaConverters.asScalaBuffer(items).toSeq();
    }
}
