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

    /**
     * @param files of the version, by name; the name of a file says what is in it
     * @param rows a text that differs when a row does
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
        var files = Arrays.stream(table.inputFiles())
                .map(file -> file.substring(file.lastIndexOf('/')))
                .sorted()
                .toList();
        return new Content(version, files, Digest.of(table));
    }
}
