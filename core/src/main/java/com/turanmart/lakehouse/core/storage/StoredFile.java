package com.turanmart.lakehouse.core.storage;

import java.io.Serializable;

/**
 * One file of a zone.
 *
 * @param uri where it is opened
 * @param path its place under the zone, with '/' between names
 * @param etag what an object store calls this content; empty on a disk
 */
public record StoredFile(String uri, String path, long sizeBytes, long modifiedAtMillis, String etag)
        implements Serializable {

    /** The last name of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path without its last name. */
    public String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
