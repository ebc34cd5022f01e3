package com.turanmart.lakehouse.core.conf;

/**
 * How to reach an S3-compatible store. There is no key for credentials: they come from the SDK's default
 * chain (environment variables, profile, web identity, instance role).
 */
public record ObjectStore(
        @Key(says = "Address of the store.", example = "https://s3.eu-central-1.amazonaws.com")
        String endpoint,

        @Key(says = "Region that requests are signed for.", otherwise = "us-east-1", example = "eu-central-1")
        String region,

        @Key(
                says = "Bucket in the path instead of the host name; OSS refuses it, most test servers want it.",
                otherwise = "false",
                example = "true")
        boolean pathStyle) {}
