package com.turanmart.lakehouse.core.quarantine;

/** Where a row was sent: a line of a landed file, told by the file's content. */
public record Origin(String file, long line, String sha256) {}
