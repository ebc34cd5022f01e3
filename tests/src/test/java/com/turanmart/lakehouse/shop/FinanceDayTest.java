package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinanceDayTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-02");
    private static final int BEAUTY = 0;
    private static final int BOOKS = 1;

    private final FinanceDay day = new FinanceDay(new Snapshot(product -> product % 2, product -> 12_345));

    /*
     * Gross 2 x 10.00 + 1 x 10.01 = 30.01 AED. Order discount 1.00: books 66 of 100 and beauty 33, the cent left to
     * books, which is larger. Shipping 0.10: 6 + 1 and 3. Delivery 0.20: 13 + 1 and 6. Fees 0.05 + 0.04: 5 + 1 and 3.
     */
    @Test
    void sharesAnOrderOverItsCategoriesAndRoundsOnce() {
        OrderLine books = line(1, 1, 2, 1000, 50);
        OrderLine beauty = line(2, 2, 1, 1001, 0);
        day.add(order(7, List.of(books, beauty), List.of(payment(5, 0), payment(4, 0))), 0, 20);

        assertThat(day.group(Country.AE, BOOKS).text(new BigDecimal("3.670000")))
                .isEqualTo("1,2,1,20.00,1.17,18.83,0.97,0.07,0.00,9.06,0.14,0.06,9.64,"
                        + "5.45,0.32,5.13,0.26,0.02,0.00,2.47,0.04,0.02,2.62");
        assertThat(day.group(Country.AE, BEAUTY).text(new BigDecimal("3.670000")))
                .isEqualTo("1,1,1,10.01,0.33,9.68,0.50,0.03,0.00,4.53,0.06,0.03,5.09,"
                        + "2.73,0.09,2.64,0.14,0.01,0.00,1.23,0.02,0.01,1.39");
    }

    @Test
    void countsABuyerOnceAndEveryOrder() {
        day.add(order(7, List.of(line(1, 1, 1, 100, 0)), List.of(payment(0, 0))), 0, 0);
        day.add(order(7, List.of(line(1, 1, 1, 100, 0), line(2, 3, 1, 100, 0)), List.of(payment(0, 0))), 0, 0);

        assertThat(day.group(Country.AE, BOOKS).text(BigDecimal.ONE)).startsWith("2,3,1,3.00,");
    }

    @Test
    void sharesARefundOverTheLinesOfItsOrderByWhereTheirProductsWere() {
        Order order = order(7, List.of(line(1, 1, 2, 1000, 0), line(2, 2, 1, 1001, 0)), List.of(payment(0, 0)));

        day.add(new Refund(order, 1, 1000, "late", 0), 3, product -> (product + 1) % 2);

        assertThat(day.group(Country.AE, BEAUTY).text(new BigDecimal("3.67")))
                .isEqualTo("0,0,0,0.00,0.00,0.00,0.00,0.00,6.67,0.00,0.00,0.00,-6.67,"
                        + "0.00,0.00,0.00,0.00,0.00,1.82,0.00,0.00,0.00,-1.82");
        assertThat(day.group(Country.AE, BOOKS).text(BigDecimal.ONE))
                .contains(",3.33,")
                .endsWith(",-3.33");
    }

    @Test
    void aRefundOfAnOrderThatIsNotThereBelongsToNoCategory() {
        Order order = order(7, List.of(line(1, 1, 2, 1000, 0)), List.of());

        day.add(new Refund(order, 1, 1000, "late", 0), 3, product -> BOOKS);

        assertThat(day.group(Country.AE, BOOKS).isEmpty()).isTrue();
        assertThat(day.group(Country.AE, FinanceDay.UNASSIGNED).text(BigDecimal.ONE))
                .contains(",10.00,")
                .endsWith(",-10.00");
    }

    @Test
    void waitsForTheDeliveryOfAPayment() {
        day.add(order(7, List.of(line(1, 1, 1, 100, 0)), List.of(payment(0, 1))), 0, 0);
        boolean unpaid = day.group(Country.AE, BOOKS).isEmpty();
        day.add(order(7, List.of(line(1, 1, 1, 100, 0)), List.of(payment(0, 1))), 1, 0);

        assertThat(unpaid).isTrue();
        assertThat(day.group(Country.AE, BOOKS).isEmpty()).isFalse();
    }

    @Test
    void forgetsAPaidOrderThatWasDeleted() {
        Change<OrderState> created = new Change<>(Change.INSERT, 1, 0, false, new OrderState("created", 0));
        Change<OrderState> late = new Change<>(Change.UPDATE, 2, 2, true, new OrderState("paid", 0));
        Change<OrderState> deleted = new Change<>(Change.DELETE, 3, 1, false, new OrderState("paid", 0));
        History<OrderState> history = new History<>(List.of(created, late, deleted));
        Order order = order(7, List.of(line(1, 1, 1, 100, 0)), List.of(payment(0, 0)), history);

        assertThat(order.counts(0)).isTrue();
        assertThat(order.counts(1)).isFalse();
        assertThat(order.counts(2))
                .as("a change from before the delete arrives after it")
                .isFalse();
    }

    @Test
    void takesTheQuantityThatWasKnown() {
        Change<Integer> before = new Change<>(Change.INSERT, 1, 0, false, 1);
        Change<Integer> after = new Change<>(Change.UPDATE, 2, 2, false, 5);
        OrderLine line = new OrderLine(1, 1, 100, 0, 5, new History<>(List.of(before, after)));

        assertThat(line.quantity(1)).isEqualTo(1);
        assertThat(line.quantity(2)).isEqualTo(5);
    }

    private static OrderLine line(int number, int product, int quantity, long price, long discount) {
        return new OrderLine(number, product, price, discount, 5, always(quantity));
    }

    private static Payment payment(long fee, int arrives) {
        return new Payment(1, 1, "card", true, 0, fee, 0, arrives, 0);
    }

    private static Order order(int customer, List<OrderLine> lines, List<Payment> payments) {
        return order(customer, lines, payments, always(new OrderState("paid", 100)));
    }

    private static Order order(
            int customer, List<OrderLine> lines, List<Payment> payments, History<OrderState> history) {
        return new Order(1, DAY, Country.AE, "AED", customer, "app", 0, 10, history, lines, payments);
    }

    private static <S> History<S> always(S state) {
        return new History<>(List.of(new Change<>(Change.INSERT, 1, 0, false, state)));
    }
}
