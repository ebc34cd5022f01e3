package com.turanmart.lakehouse.architecture.planted.bronze;

import com.amazon.deequ.VerificationResult;

/** Knows a library that has its place elsewhere. */
public record KnowsDeequ(VerificationResult reference) {}
