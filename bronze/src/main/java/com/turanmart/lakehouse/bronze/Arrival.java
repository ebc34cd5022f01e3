package com.turanmart.lakehouse.bronze;

import java.time.LocalDate;
import java.util.List;

/**
 * What has come for one bronze table.
 *
 * @param fresh files to load
 * @param repeated files whose content is known under another name: recorded, not loaded
 * @param unreadable why a file could not even be read, one line each
 * @param owed days whose delivery should be there and is not
 */
public record Arrival(
        List<LandedFile> fresh, List<LandedFile> repeated, List<String> unreadable, List<LocalDate> owed) {}
