package com.turanmart.lakehouse.bronze;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lies in the landing zone for one table, for the dates of a window.
 *
 * @param files what can be loaded
 * @param signs markers or manifests
 * @param dateless paths whose date is in no calendar
 */
record Landed(Window window, List<LandedFile> files, List<LandedFile> signs, List<String> dateless) {

    Set<LocalDate> dates() {
        return Stream.concat(files.stream(), signs.stream())
                .map(LandedFile::date)
                .collect(Collectors.toSet());
    }
}
