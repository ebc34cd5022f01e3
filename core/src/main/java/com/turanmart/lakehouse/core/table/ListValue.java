package com.turanmart.lakehouse.core.table;

import java.util.List;
import scala.collection.JavaConverters;

/** A list as a value of a row: Spark takes Scala's lists only. */
public final class ListValue {
    private ListValue() {}

    public static Object of(List<String> items) {
        return JavaConverters.asScalaBuffer(items).toSeq();
    }
}
