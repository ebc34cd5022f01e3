package com.turanmart.lakehouse.laws.fault;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import com.turanmart.lakehouse.pipeline.LakehouseUnderTest;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;

/** What the readers of a lakehouse's marts see. */
final class Marts {
    private Marts() {}

    /**
     * @param files of the version, by name; the name of a file says what is in it
     * @param rows a sum that differs when a row does
     */
    record Content(long version, List<String> files, String rows) {
        boolean isSameVersionAs(Content other) {
            return version == other.version && files.equals(other.files);
        }

        boolean hasRowsOf(Content other) {
            return rows.equals(other.rows);
        }
    }

    static SortedMap<String, Content> of(LakehouseUnderTest lakehouse) {
        var marts = new TreeMap<String, Content>();
        lakehouse.versions().forEach((path, version) -> {
            if (path.startsWith("gold/")) {
                marts.put(path.replace('/', '.'), content(lakehouse, path.replace('/', '.'), version));
            }
        });
        return marts;
    }

    private static Content content(LakehouseUnderTest lakehouse, String mart, long version) {
        var table = lakehouse.read(mart);
        var columns =
                Arrays.stream(table.columns()).sorted().map(name -> col(name)).toArray(Column[]::new);
        var rows = table.agg(sum(xxhash64(columns).cast("decimal(38,0)")).cast("string"))
                .first();
        var files = Arrays.stream(table.inputFiles())
                .map(file -> file.substring(file.lastIndexOf('/')))
                .sorted()
                .toList();
        return new Content(version, files, String.valueOf(rows.get(0)));
    }
}
