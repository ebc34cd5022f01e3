package com.turanmart.lakehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a night has written.
 *
 * @param added sizes of files that were not there before, by path
 * @param replaced how many data files the tables read no more
 * @param landed bytes of news, unpacked
 */
record Written(Map<String, Long> added, long replaced, long landed) {

    static Written between(Map<String, Long> before, Path lakehouse, long landed) throws IOException {
        var added = new TreeMap<>(Folder.files(lakehouse));
        added.keySet().removeAll(before.keySet());
        // Checksums beside files, which only a local disk is given.
        added.keySet().removeIf(file -> file.matches(".*/\\.[^/]*\\.crc"));
        var replaced = 0L;
        for (var file : added.keySet()) {
            if (file.matches(".*/_delta_log/\\d+\\.json")) {
                try (var actions = Files.lines(lakehouse.resolve(file))) {
                    replaced += actions.filter(action -> action.startsWith("{\"remove\""))
                            .count();
                }
            }
        }
        return new Written(added, replaced, landed);
    }

    long bytes() {
        return added.values().stream().mapToLong(Long::longValue).sum();
    }
}
