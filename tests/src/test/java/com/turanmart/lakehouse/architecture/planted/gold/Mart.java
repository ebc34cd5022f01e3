package com.turanmart.lakehouse.architecture.planted.gold;

/** What the planted offences look at. */
public record Mart(String name) {}
