package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows and control sum of every silver table. */
final class SilverTruth {
    static final String HEADER = "table,rows,control,columns";

    private final List<SilverState> states;
    private final Map<String, Map<LocalDate, SilverSum>> settled = new HashMap<>();

    SilverTruth(List<SilverState> states) {
        this.states = states;
    }

    void write(LandingFile file, List<LocalDate> days, LocalDate asOf) throws IOException {
        file.line(HEADER);
        for (SilverState state : states) {
            SilverSum total = new SilverSum();
            for (LocalDate day : days) {
                total.add(sum(state, day, asOf));
            }
            file.line(state.table() + "," + total.text() + ",\"" + state.columns() + "\"");
        }
    }

    private SilverSum sum(SilverState state, LocalDate day, LocalDate asOf) {
        if (asOf.isBefore(day.plusDays(Truth.DAYS_UNTIL_SETTLED))) {
            return told(state, day, asOf);
        }
        return settled.computeIfAbsent(state.table(), missing -> new HashMap<>())
                .computeIfAbsent(day, missing -> told(state, missing, asOf));
    }

    private static SilverSum told(SilverState state, LocalDate day, LocalDate asOf) {
        SilverSum sum = new SilverSum();
        state.tell(day, asOf, sum);
        return sum;
    }
}
