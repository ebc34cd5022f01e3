package com.turanmart.lakehouse.core.storage;

import java.io.Serializable;

/**
 * One file of a zone.
 *
 * @param uri where it is opened
 * @param path its place under the folder that was listed, with '/' between names
 */
public record StoredFile(String uri, String path, long sizeBytes, long modifiedAtMillis) implements Serializable {}
