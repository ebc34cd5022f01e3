package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.quarantine.State;
import java.time.Instant;

/**
 * Quarantined rows of one table that are here for the same reason and in the same state.
 *
 * @param oldest when the first of them was put aside
 * @param newest when the last of them was put aside
 */
public record QuarantineGroup(TableName table, State state, String reason, long rows, Instant oldest, Instant newest) {}
