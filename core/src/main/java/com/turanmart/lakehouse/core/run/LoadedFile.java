package com.turanmart.lakehouse.core.run;

/**
 * A landed file as a table took it in; for one data date the same content is the same file under whatever name.
 *
 * @param etag what the object store calls its content; empty on a disk
 * @param delivery the set of files that it came with
 */
public record LoadedFile(
        String path,
        long sizeBytes,
        long modifiedAtMillis,
        String etag,
        String sha256,
        String date,
        String delivery,
        long rows,
        long malformed) {}
