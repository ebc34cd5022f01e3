package com.turanmart.lakehouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.Deadline;
import com.turanmart.lakehouse.core.run.Counts;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.StepResult;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTest {
    /** 08:00 in Tashkent is 03:00 UTC. */
    private static final Due DUE =
            Due.of(new Deadline(LocalTime.of(8, 0), ZoneId.of("Asia/Tashkent")), LocalDate.of(2026, 5, 4));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUBLISHED | 2026-05-05T02:59:59Z |",
                "PUBLISHED | 2026-05-05T04:12:00Z | due 08:00 Asia/Tashkent, 1 h 12 min ago",
                "HELD | 2026-05-05T00:50:00Z | due 08:00 Asia/Tashkent, 2 h 10 min from now",
                "BLOCKED | 2026-05-05T02:15:00Z | due 08:00 Asia/Tashkent, 45 min from now",
                "WAITING | 2026-05-04T20:00:00Z | due 08:00 Asia/Tashkent, 7 h 0 min from now",
                "HELD | 2026-05-05T03:10:00Z | due 08:00 Asia/Tashkent, 10 min ago",
                "UNCHANGED | 2026-05-05T04:00:00Z |",
                "HELD | 2026-05-06T03:00:01Z |",
                "PUBLISHED | 2026-07-01T00:00:00Z |",
            })
    void saysWhatAPersonHasToKnow(Outcome outcome, Instant now, String note) {
        assertThat(DUE.note(StepResult.of(outcome), now).orElse(null)).isEqualTo(note);
    }

    @Test
    void whatNobodyOwesIsNotDue() {
        assertThat(DUE.note(StepResult.inTime(Counts.NONE, List.of()), Instant.parse("2026-05-05T04:00:00Z")))
                .isEmpty();
    }
}
