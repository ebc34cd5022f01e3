package com.turanmart.lakehouse.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandingPathTest {
    private static final LandingPath ORDERS = new LandingPath("shop/orders/dt={date}/*.csv.gz");

    @ParameterizedTest
    @CsvSource({
        "shop/orders/dt={date}/*.csv.gz, shop/orders",
        "shop/orders-{date}.csv, shop",
        "shop/*/dt={date}.csv, shop",
        "shop/part-?/{date}.csv, shop",
        "{date}.csv, ''",
        "*/{date}.csv, ''"
    })
    void listsTheDeepestFolderThatHoldsAllItsFiles(String glob, String folder) {
        assertThat(new LandingPath(glob).folder()).isEqualTo(folder);
    }

    @Test
    void readsTheDayFromThePath() {
        assertThat(ORDERS.date("shop/orders/dt=2026-02-03/part-1.csv.gz")).hasValue(LocalDate.parse("2026-02-03"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop/orders/dt=2026-02-03/part-1.csv",
                "shop/orders/dt=2026-02-03/part-1.csv.gz.tmp",
                "shop/orders/dt=2026-02-03/deeper/part-1.csv.gz",
                "shop/orders/dt=2026-02-30/part-1.csv.gz",
                "shop/orders/dt=2026-2-3/part-1.csv.gz",
                "shop/orders/dt=٢٠٢٦-٠٢-٠٣/part-1.csv.gz",
                "shop/orders/dt=2026-02-03/part-1xcsv.gz",
                "attic/shop/orders/dt=2026-02-03/part-1.csv.gz"
            })
    void leavesFilesThatAreNotMeant(String path) {
        assertThat(ORDERS.date(path)).isEmpty();
    }

    @Test
    void aQuestionMarkIsOneCharacterOfAName() {
        var path = new LandingPath("fx/{date}-?.csv");

        assertThat(path.date("fx/2026-02-03-1.csv")).isPresent();
        assertThat(path.date("fx/2026-02-03-12.csv")).isEmpty();
        assertThat(path.date("fx/2026-02-03-/.csv")).isEmpty();
    }

    @Test
    void signsOfRegularExpressionsAreOrdinaryCharacters() {
        var path = new LandingPath("a+b(c)/[x]/{date}.$^.csv");

        assertThat(path.date("a+b(c)/[x]/2026-02-03.$^.csv")).isPresent();
        assertThat(path.date("aab(c)/[x]/2026-02-03.$^.csv")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "shop/orders/dt={date}/*.csv, shop/orders/dt=2026-02-03, shop/orders",
        "shop/{date}/part-?/x.csv, shop/2026-02-03, shop",
        "{date}/*.csv, 2026-02-03, ''"
    })
    void knowsTheFoldersOfSingleDays(String glob, String folder, String parent) {
        var days = new LandingPath(glob).dateFolders().orElseThrow();

        assertThat(days.date(folder)).hasValue(LocalDate.parse("2026-02-03"));
        assertThat(days.folder()).isEqualTo(parent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fx/{date}.csv", "shop/*/{date}/a.csv", "shop/{date}-*/a.csv"})
    void cannotKnowTheFolderOfADayBehindAWildcard(String glob) {
        assertThat(new LandingPath(glob).dateFolders()).isEmpty();
    }

    @Test
    void tellsADayThatIsInNoCalendar() {
        assertThat(ORDERS.hasNoSuchDate("shop/orders/dt=2026-02-30/part-1.csv.gz"))
                .isTrue();
        assertThat(ORDERS.hasNoSuchDate("shop/orders/dt=2026-02-28/part-1.csv.gz"))
                .isFalse();
        assertThat(ORDERS.hasNoSuchDate("shop/orders/dt=2026-02-30/part-1.csv.tmp"))
                .isFalse();
    }

    @Test
    void findsWhatLiesBeside() {
        assertThat(ORDERS.beside("_SUCCESS").date("shop/orders/dt=2026-02-03/_SUCCESS"))
                .isPresent();
        assertThat(new LandingPath("fx/{date}.csv").beside("{date}.ok").date("fx/2026-02-03.ok"))
                .isPresent();
    }
}
