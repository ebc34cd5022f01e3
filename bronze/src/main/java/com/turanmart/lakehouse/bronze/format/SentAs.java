package com.turanmart.lakehouse.bronze.format;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Dialect;
import com.turanmart.lakehouse.core.conf.Format;
import java.io.Serializable;
import java.util.List;

/** How a sender writes its files: what an executor needs of a table's declaration. */
public record SentAs(List<String> columns, Format format, Dialect dialect, int schemaVersion, String source)
        implements Serializable {

    public static SentAs of(BronzeTable table) {
        var landing = table.landing();
        return new SentAs(
                List.copyOf(table.columns()),
                landing.format(),
                landing.dialect(),
                table.schemaVersion(),
                table.source().orElseGet(landing::firstFolder));
    }
}
