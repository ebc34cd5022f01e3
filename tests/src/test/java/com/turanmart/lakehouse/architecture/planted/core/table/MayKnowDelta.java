package com.turanmart.lakehouse.architecture.planted.core.table;

import io.delta.tables.DeltaTable;

/** No offence: this is the place. */
public record MayKnowDelta(DeltaTable reference) {}
