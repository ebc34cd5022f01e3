package com.turanmart.lakehouse.architecture.planted.shop;

/** What the planted offences look at. */
public record Till(String name) {}
