package com.turanmart.lakehouse.architecture.planted.bronze;

import com.fasterxml.jackson.databind.JsonNode;

/** Knows a library that has its place elsewhere. */
public record KnowsJackson(JsonNode reference) {}
