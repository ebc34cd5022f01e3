package com.turanmart.lakehouse.architecture.planted.bronze;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Knows a library that has its place elsewhere. */
public record KnowsArchives(BZip2CompressorInputStream archive) {}
