package com.turanmart.lakehouse.architecture.planted.quality;

/** What the planted offences look at. */
public record Rule(String name) {}
