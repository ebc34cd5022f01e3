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

    /** @param files by name, which says what is in them: none is ever written twice */
    record Version(long number, List<String> files) {}

    static SortedMap<String, Version> of(LakehouseUnderTest lakehouse) {
        var marts = new TreeMap<String, Version>();
        lakehouse.versions().forEach((path, number) -> {
            if (path.startsWith("gold/")) {
                var mart = path.replace('/', '.');
                marts.put(mart, new Version(number, files(lakehouse, mart)));
            }
        });
        return marts;
    }

    /** A sum over all rows that differs when one of them does. */
    static String rows(LakehouseUnderTest lakehouse, String mart) {
        var table = lakehouse.read(mart);
        var columns =
                Arrays.stream(table.columns()).sorted().map(name -> col(name)).toArray(Column[]::new);
        var rows = table.agg(sum(xxhash64(columns).cast("decimal(38,0)")).cast("string"))
                .first();
        return String.valueOf(rows.get(0));
    }

    private static List<String> files(LakehouseUnderTest lakehouse, String mart) {
        return Arrays.stream(lakehouse.read(mart).inputFiles())
                .map(file -> file.substring(file.lastIndexOf('/')))
                .sorted()
                .toList();
    }
}
