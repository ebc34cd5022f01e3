package com.turanmart.lakehouse.quality;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.conf.Yaml;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.spark.TestSession;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The table whose rows the tests of rules judge. */
final class People {
    private People() {}

    /** The gate of a first run. */
    static Gate gate(Table table) {
        var date = LocalDate.of(2026, 5, 4);
        var run = new Run("r-1", date, date.atStartOfDay(ZoneOffset.UTC).toInstant());
        return new Gate(run, TestSession.tables(Path.of("target", "unused")), List.of(table), new Releases(List.of()));
    }

    /** @param privacy a key of its column {@code id}, or nothing */
    static SilverTable table(Quality quality, String privacy) {
        var id = Yaml.read(Column.class, "{name: id, from: id, type: bigint" + privacy + "}");
        return new SilverTable(
                TableName.parse("silver.people"),
                "People.",
                "people",
                List.of(TableName.parse("bronze.people")),
                Optional.empty(),
                List.of("id"),
                List.of(id),
                new Write.Merge(List.of("_sequence"), Optional.empty(), false, false),
                quality);
    }
}
