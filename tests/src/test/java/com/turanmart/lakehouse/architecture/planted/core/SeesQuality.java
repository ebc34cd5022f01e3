package com.turanmart.lakehouse.architecture.planted.core;

import com.turanmart.lakehouse.architecture.planted.quality.Rule;

/** Looks up. */
public record SeesQuality(Rule reference) {}
