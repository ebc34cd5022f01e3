package com.turanmart.lakehouse.core.quarantine;

import java.time.Instant;

/**
 * What a person decided about one quarantined row.
 *
 * @param version of the log that brought it: decisions are ordered by it, never by a clock
 */
public record Decision(String id, Action action, String because, String by, Instant at, Origin origin, long version) {}
