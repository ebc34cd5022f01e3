package com.turanmart.lakehouse.core.conf;

import java.time.LocalTime;
import java.time.ZoneId;

/** The time of the next day by which a mart must be published. */
public record Deadline(
        @Key(says = "Local time of day.", example = "\"08:00\"")
        LocalTime at,

        @Key(says = "Time zone of the deadline.", example = "Asia/Tashkent")
        ZoneId zone) {}
