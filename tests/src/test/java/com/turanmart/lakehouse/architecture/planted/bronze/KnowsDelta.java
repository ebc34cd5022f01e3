package com.turanmart.lakehouse.architecture.planted.bronze;

import io.delta.tables.DeltaTable;

/** Knows a library that has its place elsewhere. */
public record KnowsDelta(DeltaTable reference) {}
