package com.turanmart.lakehouse.core.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {
    // 2026-02-01 is a Sunday.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 1 * * *            | 2026-02-03 | true",
                "0 1 * * MON-FRI      | 2026-02-02 | true",
                "0 1 * * MON-FRI      | 2026-02-01 | false",
                "0 1 * * mon,wed      | 2026-02-04 | true",
                "0 1 * * mon,wed      | 2026-02-03 | false",
                "0 1 * * 0            | 2026-02-01 | true",
                "0 1 * * 7            | 2026-02-01 | true",
                "0 1 * * 5-7          | 2026-02-01 | true",
                "0 1 * * 5-7          | 2026-02-05 | false",
                "0 1 1 * *            | 2026-02-01 | true",
                "0 1 1 * *            | 2026-02-02 | false",
                "0 1 31 * *           | 2026-02-28 | false",
                "0 1 29 2 *           | 2028-02-29 | true",
                "0 1 1-10/3 * *       | 2026-02-07 | true",
                "0 1 1-10/3 * *       | 2026-02-08 | false",
                "0 1 5/10 * *         | 2026-02-25 | true",
                "0 1 5/10 * *         | 2026-02-20 | false",
                "0 1 */2 * *          | 2026-02-03 | true",
                "0 1 */2 * *          | 2026-02-02 | false",
                "0 1 * FEB,MAR *      | 2026-03-31 | true",
                "0 1 * FEB,MAR *      | 2026-04-01 | false",
                "0 1 13 * FRI         | 2026-02-06 | true",
                "0 1 15 * FRI         | 2026-02-15 | true",
                "0 1 15 * FRI         | 2026-02-16 | false",
                "0 1 */2 * MON        | 2026-02-02 | false",
                "0 1 */2 * MON        | 2026-02-09 | true"
            })
    void firesOnTheDaysThatItNames(String cron, LocalDate day, boolean fires) {
        assertThat(Cron.parse(cron).firesOn(day)).isEqualTo(fires);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "60 1 * * *",
                "0 24 * * *",
                "0 1 0 * *",
                "0 1 32 * *",
                "0 1 * 13 *",
                "0 1 * * 8",
                "0 1 10-5 * *",
                "0 1 */0 * *",
                "0 1 1-2-3 * *",
                "0 1 1/2/3 * *",
                "-1 1 * * *"
            })
    void refusesWhatLiesOutsideItsBounds(String cron) {
        assertThatThrownBy(() -> Cron.parse(cron)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 1 * * MONDAY", "0 1 * * ?", "0 1 L * *", "0 1 , * *", "0 1 * FEBR *", "a 1 * * *"})
    void refusesWordsThatItDoesNotKnow(String cron) {
        assertThatThrownBy(() -> Cron.parse(cron))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@daily", "0 1 * *", "0 0 1 * * *"})
    void refusesWhatHasNotFiveFields(String cron) {
        assertThatThrownBy(() -> Cron.parse(cron))
                .hasMessage("a cron expression has five fields: minute hour day month weekday");
    }

    @Test
    void blanksBetweenFieldsMayBeMany() {
        assertThat(Cron.parse("  0   1 * *\tSUN ").firesOn(LocalDate.parse("2026-02-01")))
                .isTrue();
    }
}
