package com.turanmart.lakehouse.core.conf;

import java.util.Map;

/** How a sender writes its manifests. */
public sealed interface ManifestForm permits ManifestForm.Json, ManifestForm.Csv {

    /** The form of docs/deliveries.md. */
    record Json() implements ManifestForm {}

    /** A line for each file, under a header. What has no column in the manifest is not checked. */
    record Csv(
            @Key(says = "The character between two fields.", otherwise = "\",\"", example = "\";\"")
            String delimiter,

            @Key(says = "Manifest column with the file's name.", otherwise = "file", example = "file_name")
            String file,

            @Key(says = "Manifest column with the file's size in bytes.", otherwise = "size", example = "bytes")
            String size,

            @Key(says = "Manifest column with the file's SHA-256.", otherwise = "sha256", example = "checksum")
            String sha256,

            @Key(says = "Manifest column with the number of records.", otherwise = "rows", example = "records")
            String rows,

            @Key(
                    says = "Manifest columns with control totals, each with the table's column that it is the sum of.",
                    otherwise = "{}",
                    example = "{control_total: amount_minor}")
            Map<String, String> totals)
            implements ManifestForm {}
}
