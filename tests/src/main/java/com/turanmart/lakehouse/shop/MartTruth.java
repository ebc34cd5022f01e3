package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All rows of the marts, in a file for each. */
final class MartTruth {
    private final List<MartState> marts;
    private final Map<String, Map<LocalDate, List<String>>> settled = new HashMap<>();

    MartTruth(List<MartState> marts) {
        this.marts = marts;
    }

    void write(Path folder, LocalDate from, LocalDate asOf) throws IOException {
        for (MartState mart : marts) {
            try (LandingFile file = new LandingFile(folder.resolve(mart.name() + ".csv"))) {
                file.line(mart.columns());
                for (LocalDate day :
                        mart.first(from).datesUntil(mart.last(asOf).plusDays(1)).toList()) {
                    for (String row : rows(mart, day, asOf)) {
                        file.line(row);
                    }
                }
                file.commit();
            }
        }
    }

    private List<String> rows(MartState mart, LocalDate day, LocalDate asOf) {
        if (asOf.isBefore(day.plusDays(Truth.DAYS_UNTIL_SETTLED))) {
            return told(mart, day, asOf);
        }
        return settled.computeIfAbsent(mart.name(), missing -> new HashMap<>())
                .computeIfAbsent(day, missing -> told(mart, missing, asOf));
    }

    private static List<String> told(MartState mart, LocalDate day, LocalDate asOf) {
        List<String> rows = new ArrayList<>();
        mart.tell(day, asOf, row -> rows.add(row.toString().replace('|', ',')));
        return rows;
    }
}
