package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.bronze.manifest.Manifest;

/** A manifest and the file that it stands in. */
record Claim(LandedFile file, Manifest manifest) {

    /** The manifest's folder, with a slash at its end unless it is the landing zone itself. */
    String folder() {
        return file.file().folder().isEmpty() ? "" : file.file().folder() + "/";
    }

    /** Where a file that the manifest names must lie. */
    String path(Manifest.Entry entry) {
        return folder() + entry.name();
    }
}
