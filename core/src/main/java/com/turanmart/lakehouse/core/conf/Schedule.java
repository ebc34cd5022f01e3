package com.turanmart.lakehouse.core.conf;

import java.time.ZoneId;

/** Days that a cron expression names, in a time zone. */
public record Schedule(
        @Key(says = "Five fields: minute, hour, day of month, month, day of week.", example = "0 1 * * MON-FRI")
        Cron cron,

        @Key(says = "Time zone of the expression.", example = "Asia/Tashkent")
        ZoneId zone) {}
