package com.turanmart.lakehouse.laws.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final Fault RATE = fault(Expected.heldBy("rates_do_not_leap"));
    private static final Fault EMAIL = fault(Expected.warned("silver.customers", "email"));
    private static final Fault UNSEEN = fault(Expected.unseen("one of five hundred"));
    private static final List<String> MOVED = List.of("gold.finance_daily");

    @Test
    void isAsDeclaredWhenItsRuleHoldsWhateverTheTable() {
        assertThat(alone(RATE, held("silver.bookings", "held: rates_do_not_leap: 1 bad row"), List.of()))
                .isTrue();
        assertThat(alone(RATE, held("gold.finance_daily", "held: rates_do_not_leap: 1 bad row"), List.of()))
                .isTrue();
        assertThat(alone(RATE, held("silver.bookings", "held: RowCount > 0"), List.of()))
                .isFalse();
        assertThat(alone(RATE, warned("silver.bookings", "warning: rates_do_not_leap: 1 bad row"), List.of()))
                .isFalse();
    }

    @Test
    void isNotAsDeclaredWhenReadersSeeWrongRowsOfWhatWasHeld() {
        assertThat(alone(RATE, held("silver.bookings", "held: rates_do_not_leap: 1 bad row"), MOVED))
                .isFalse();
    }

    @Test
    void aWarningMustNotHoldAndMayMoveFigures() {
        assertThat(alone(EMAIL, warned("silver.customers", "warning: Completeness \"email\" > 0.9: 0"), MOVED))
                .isTrue();
        assertThat(alone(EMAIL, held("silver.customers", "held: Completeness \"email\" > 0.9: 0"), List.of()))
                .isFalse();
    }

    @Test
    void whatPassesUnseenIsNotAsDeclaredOnceItIsSeen() {
        assertThat(alone(UNSEEN, seen(Map.of(), Map.of()), MOVED)).isTrue();
        assertThat(alone(UNSEEN, warned("gold.finance_daily", "warning: a gap is closed"), MOVED))
                .isFalse();
    }

    @Test
    void ofASharedNightTheLineOfTheFaultIsTold() {
        var night = held("silver.bookings", "held: fees_are_within_payments: 5 bad rows", "held: rates_do_not_leap: 1");

        assertThat(Finding.shared(RATE, night, List.of()).seen())
                .isEqualTo("`silver.bookings` held: rates_do_not_leap: 1");
        assertThat(Finding.shared(EMAIL, night, List.of()).isAsDeclared()).isFalse();
        assertThat(Finding.shared(RATE, night, List.of()).isAsDeclared()).isTrue();
        assertThat(Finding.shared(RATE, night, List.of("gold.finance_daily")).isAsDeclared())
                .isFalse();
    }

    @Test
    void aNightThatBreaksIsAsNobodyDeclared() {
        assertThat(Finding.broken(UNSEEN, new IllegalStateException("out of order"))
                        .isAsDeclared())
                .isFalse();
    }

    private static boolean alone(Fault fault, Seen seen, List<String> wrong) {
        return Finding.alone(fault, seen, wrong).isAsDeclared();
    }

    private static Fault fault(Expected expected) {
        return Fault.of(Sources.FINANCE, "something is wrong", night -> {}, expected);
    }

    private static Seen held(String table, String... lines) {
        return seen(Map.of(table, List.of(lines)), Map.of());
    }

    private static Seen warned(String table, String... lines) {
        return seen(Map.of(), Map.of(table, List.of(lines)));
    }

    private static Seen seen(Map<String, List<String>> held, Map<String, List<String>> warnings) {
        return new Seen(
                new TreeSet<>(), new TreeMap<>(held), new TreeSet<>(), new TreeMap<>(), new TreeMap<>(warnings));
    }
}
