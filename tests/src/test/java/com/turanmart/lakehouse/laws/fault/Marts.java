package com.turanmart.lakehouse.laws.fault;

import com.turanmart.lakehouse.pipeline.Digest;
import com.turanmart.lakehouse.pipeline.LakehouseUnderTest;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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

    static String rows(LakehouseUnderTest lakehouse, String mart) {
        return Digest.of(lakehouse.read(mart));
    }

    private static List<String> files(LakehouseUnderTest lakehouse, String mart) {
        return Arrays.stream(lakehouse.read(mart).inputFiles())
                .map(file -> file.substring(file.lastIndexOf('/')))
                .sorted()
                .toList();
    }
}
