package com.turanmart.lakehouse.architecture.planted.bronze;

import org.apache.hadoop.fs.Path;

/** Knows a library that has its place elsewhere. */
public record KnowsHadoop(Path reference) {}
