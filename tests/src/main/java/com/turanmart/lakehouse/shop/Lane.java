package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The kinds of file that change capture lands, named so that the files of a day sort in this order. */
enum Lane {
    CHANGES(LocalTime.of(22, 0)),
    STRAGGLERS(LocalTime.of(23, 0)),
    FAULT(LocalTime.of(23, 30)),
    CORRECTION(LocalTime.of(23, 45)),
    LOAD(LocalTime.MIDNIGHT);

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS", Locale.ROOT);

    private final LocalTime written;

    Lane(LocalTime written) {
        this.written = written;
    }

    String file(LocalDate day, int part) {
        String name = this == LOAD
                ? "LOAD%08X".formatted(part)
                : NAME.format(day.atTime(written).plusSeconds(part - 1L));
        return name + ".csv.gz";
    }

    String header(String columns) {
        return this == LOAD ? columns : "Op,commit_ts,change_seq," + columns;
    }
}
