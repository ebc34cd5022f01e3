package com.turanmart.lakehouse.core.conf;

import java.io.Serializable;

/** How much of a sender's file is taken into memory or unpacked before it is refused. */
public record Limits(
        @Key(
                says = "Characters of a line; a longer one is quarantined.",
                otherwise = "1048576",
                least = 1,
                example = "1048576")
        int lineCharacters,

        @Key(
                says = "Characters of a record over all its lines; a longer one is quarantined.",
                otherwise = "4194304",
                least = 1,
                example = "4194304")
        int recordCharacters,

        @Key(
                says = "Levels of nesting in a JSON record, itself included; a deeper one is quarantined.",
                otherwise = "100",
                least = 1,
                example = "100")
        int depth,

        @Key(
                says = "Megabytes that a packed file may unpack to; a larger one is held.",
                otherwise = "10240",
                least = 1,
                example = "10240")
        int unpackedMegabytes,

        @Key(
                says = "How many times its own size a packed file of more than 64 MB may unpack to; beyond it is held.",
                otherwise = "200",
                least = 1,
                example = "200")
        int ratio)
        implements Serializable {}
