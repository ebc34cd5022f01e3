package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the table's own SQL takes for the newest day. */
class LatestDaySqlTest {
    private static final String TABLE = "silver.latest_day";

    @Test
    void itIsTheNewestDayOfAnyOrder() {
        assertThat(latest("2026-03-01", "2026-03-03", "2026-03-03", "2026-03-02"))
                .containsExactly("2026-03-03");
        assertThat(latest("2026-03-01")).containsExactly("2026-03-01");
    }

    @Test
    void aDayThatStandsMoreThanAWeekApartIsPassedOverUntilAnotherFollowsIt() {
        assertThat(latest("2026-03-01", "2026-03-09")).containsExactly("2026-03-01");
        assertThat(latest("2026-03-01", "2026-03-09", "2026-03-10")).containsExactly("2026-03-10");
        assertThat(latest("2016-01-01", "2026-03-01", "2026-03-02", "2036-01-01"))
                .containsExactly("2026-03-02");
    }

    @Test
    void aWeekWithoutOrdersIsNoReasonToPassADayOver() {
        assertThat(latest("2026-03-01", "2026-03-08")).containsExactly("2026-03-08");
    }

    private static List<String> latest(String... days) {
        return new TinyTables()
                .table("silver.orders", "business_date DATE", days)
                .rows(TABLE, "latest_day");
    }
}
