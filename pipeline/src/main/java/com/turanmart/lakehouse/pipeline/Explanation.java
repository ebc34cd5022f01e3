package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.quarantine.Decision;
import java.util.List;
import java.util.Optional;

/**
 * What happened to a quarantined row, and what would happen to it today.
 *
 * @param decision the last one about it
 * @param owner who answers for its table
 * @param faults why the table would not take it as it is declared today; none when it would
 * @param isOutdone whether it would change nothing in its table, which has as late a row of its key
 */
public record Explanation(
        QuarantinedRow row, Optional<Decision> decision, String owner, List<String> faults, boolean isOutdone) {}
