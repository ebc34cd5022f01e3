package com.turanmart.lakehouse.architecture.planted.bronze;

import picocli.CommandLine;

/** Knows a library that has its place elsewhere. */
public record KnowsPicocli(CommandLine reference) {}
