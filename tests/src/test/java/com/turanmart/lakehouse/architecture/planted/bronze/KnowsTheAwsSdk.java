package com.turanmart.lakehouse.architecture.planted.bronze;

import software.amazon.awssdk.services.s3.S3Client;

/** Knows a library that has its place elsewhere. */
public record KnowsTheAwsSdk(S3Client reference) {}
