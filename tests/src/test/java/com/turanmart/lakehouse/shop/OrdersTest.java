package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-02");
    private static final int ORDERS = 3_000;

    private final Orders orders = new Orders(new ShopPlan(FROM, ORDERS, 17, Dirt.NONE), new Catalogue(17));
    private final List<Order> day = IntStream.range(0, ORDERS)
            .mapToObj(index -> orders.at(FROM.plusDays(1), index))
            .toList();

    @Test
    void someAreNeverPaid() {
        assertSome(order -> !order.counts(0) && order.payments().stream().noneMatch(Payment::captured));
    }

    @Test
    void someArePaidOnTheNextDay() {
        assertSome(order -> !order.counts(0) && order.payments().stream().anyMatch(payment -> payment.arrives() == 1));
    }

    @Test
    void someArePaidInTwoPartsOnTwoDays() {
        assertSome(order -> order.feesMinor(0) > 0 && order.feesMinor(0) < order.feesMinor(1));
    }

    @Test
    void someFailBeforeTheyArePaid() {
        assertSome(order -> order.counts(0) && !order.payments().get(0).captured());
    }

    @Test
    void someAreCancelledAfterTheyWerePaidAndCount() {
        assertSome(order ->
                order.counts(3) && order.history().latest(3).state().status().equals("cancelled"));
    }

    @Test
    void someAreDeletedAfterTheyWerePaid() {
        assertSome(order -> order.counts(0) && !order.counts(3));
    }

    @Test
    void someHaveNoValueButShipping() {
        assertSome(order -> order.shippingMinor() > 0
                && order.counts(3)
                && order.lines().stream().allMatch(line -> line.unitPriceMinor() == 0));
    }

    @Test
    void someLinesChangeTheirQuantityLate() {
        assertSome(order -> order.lines().stream().anyMatch(line -> line.quantity(0) != line.quantity(3)));
    }

    @Test
    void someChangeSeveralTimesOnOneDay() {
        assertSome(order -> order.history().changes().stream()
                        .filter(change -> change.arrives() == 0)
                        .count()
                == 3);
    }

    @Test
    void noneChangesBeforeItsLastChange() {
        assertThat(day).allMatch(order -> isRising(order.history()));
        assertThat(day).allMatch(order -> order.lines().stream().allMatch(line -> isRising(line.history())));
    }

    private void assertSome(Predicate<Order> wanted) {
        assertThat(day.stream().filter(wanted).count()).isBetween(1L, ORDERS / 2L);
    }

    private static <S> boolean isRising(History<S> history) {
        return IntStream.range(1, history.changes().size())
                .allMatch(number -> history.changes().get(number - 1).micros()
                        < history.changes().get(number).micros());
    }
}
