package com.turanmart.lakehouse.core.conf;

/** When the files of a delivery are all there, and so which files belong together. */
public sealed interface CompleteWhen
        permits CompleteWhen.AtOnce, CompleteWhen.Marker, CompleteWhen.Quiet, CompleteWhen.Manifest {

    /** Each file is a delivery of its own. */
    record AtOnce() implements CompleteWhen {}

    /** The files of a folder, once the sender has put a marker beside them. */
    record Marker(
            @Key(
                    says = "Name of the file that the sender writes last, in the folder of the others.",
                    otherwise = "_SUCCESS",
                    example = "_SUCCESS")
            String name)
            implements CompleteWhen {}

    /** The files of a folder, once none of them is new. */
    record Quiet(
            @Key(
                    says = "Minutes for which no file of the delivery may have changed before the run starts.",
                    least = 1,
                    example = "15")
            int minutes)
            implements CompleteWhen {}

    /** The files that a manifest names; docs/deliveries.md describes its forms. */
    record Manifest(
            @Key(
                    says = "Glob for the names of manifests, in the folder of the files that they name.",
                    example = "\"*.manifest.json\"")
            String name,

            @Key(says = "How manifests are written: json or csv.", otherwise = "json", example = "json")
            ManifestForm form)
            implements CompleteWhen {}
}
