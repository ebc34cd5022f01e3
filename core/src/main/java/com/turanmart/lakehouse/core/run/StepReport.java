package com.turanmart.lakehouse.core.run;

/** One step of a run as it is told to people and machines. */
public record StepReport(String layer, String table, double seconds, StepResult result) {}
