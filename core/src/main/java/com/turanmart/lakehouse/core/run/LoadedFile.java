package com.turanmart.lakehouse.core.run;

/** A landed file as a table took it in; the same content is the same file under whatever name. */
public record LoadedFile(
        String path, long sizeBytes, long modifiedAtMillis, String sha256, String date, long rows, long malformed) {}
