package com.turanmart.lakehouse.core.conf;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Where the deliveries of one dataset lie in the landing zone, and how they are written. */
public record Landing(
        @Key(
                says = "Glob under the landing zone with one {date} (yyyy-MM-dd): the day the data belongs to.",
                example = "shop/orders/dt={date}/*.csv.gz")
        String path,

        @Key(
                says = "How the files are written: csv, json_lines, json, fixed_width, parquet, orc or avro."
                        + " Files named *.gz, *.bz2, *.zst or *.zstd are unpacked.",
                example = "csv")
        Format format,

        @Key(
                says = "How changes are told: plain (every row is a version), dms (operation and sequence columns),"
                        + " debezium, maxwell or canal.",
                otherwise = "plain",
                example = "{kind: dms, operation: Op, sequence: change_seq, committed_at: commit_ts}")
        Dialect dialect,

        @Key(
                says = "When a delivery is complete: at_once (each file), marker, quiet (nothing new for a while) or"
                        + " manifest.",
                otherwise = "at_once",
                example = "{kind: marker, name: _SUCCESS}")
        CompleteWhen completeWhen,

        @Key(
                says = "On which days a delivery is owed; without it nobody waits for one.",
                otherwise = "none",
                example = "{cron: \"0 1 * * *\", zone: Asia/Tashkent}")
        Optional<Schedule> expected,

        @Key(
                says = "Hours after the end of the data date (in the zone of expected, else UTC) for which a delivery"
                        + " that is missing or not complete is waited for without exit code 4.",
                otherwise = "0",
                least = 0,
                example = "6")
        int waitHours,

        @Key(
                says = "Days before a run's date in which late files are looked for; older dates by run --sweep.",
                otherwise = "7",
                least = 0,
                example = "30")
        int lateDays,

        @Key(
                says = "How much of a file is taken before it is refused.",
                otherwise = "{}",
                example = "{line_characters: 16777216, ratio: 500}")
        Limits limits) {

    /** The zone in which a data date ends. */
    public ZoneId zone() {
        return expected.map(Schedule::zone).orElse(ZoneOffset.UTC);
    }

    /** Names the sending system, by the layout of the landing zone; empty when the path starts with no folder. */
    public String firstFolder() {
        return path.substring(0, Math.max(0, path.indexOf('/')));
    }
}
