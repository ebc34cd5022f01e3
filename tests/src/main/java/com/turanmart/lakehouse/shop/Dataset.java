package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One data set of the landing zone. */
interface Dataset {

    /** {@code system/dataset} below the landing zone. */
    String name();

    /** Lands everything of that day into its folder, again with the same bytes. */
    void land(LocalDate day, Path folder) throws IOException;

    /** Rows of every kind of dirt that the day's delivery brings. */
    Map<DirtKind, Long> dirt(LocalDate day);

    /** What the tables must hold that are made from it. */
    List<SilverState> silver();

    /** What the marts must show that it feeds on its own. */
    default List<MartState> marts() {
        return List.of();
    }
}
