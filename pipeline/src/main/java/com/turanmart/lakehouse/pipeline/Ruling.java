package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.quarantine.Action;

/** A decision as a person gives it: what, why, and who says so. */
public record Ruling(Action action, String because, String by) {}
