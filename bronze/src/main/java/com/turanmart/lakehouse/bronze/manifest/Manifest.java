package com.turanmart.lakehouse.bronze.manifest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a sender says of one delivery. What it does not say cannot be wrong.
 *
 * @param rows of all files together
 * @param totals of all files together, by the table's column
 * @param schemaVersion of the files
 * @param sourcePosition how far the sender's source had been read; only recorded
 */
public record Manifest(
        List<Entry> files,
        OptionalLong rows,
        Map<String, BigDecimal> totals,
        OptionalInt schemaVersion,
        Optional<String> sourcePosition) {

    /**
     * What it says of one file.
     *
     * @param name under the manifest's folder
     */
    public record Entry(
            String name,
            OptionalLong sizeBytes,
            Optional<String> sha256,
            OptionalLong rows,
            Map<String, BigDecimal> totals) {}

    static Manifest ofFiles(List<Entry> files) {
        return new Manifest(files, OptionalLong.empty(), Map.of(), OptionalInt.empty(), Optional.empty());
    }
}
