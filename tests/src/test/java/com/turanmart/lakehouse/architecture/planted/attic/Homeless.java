package com.turanmart.lakehouse.architecture.planted.attic;

/** Lives in no room. */
public record Homeless(String name) {}
