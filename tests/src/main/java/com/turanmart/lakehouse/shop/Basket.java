package com.turanmart.lakehouse.shop;

import java.util.ArrayList;
import java.util.List;

/** Draws what is in an order. */
record Basket(Catalogue catalogue) {
    private static final List<Integer> SIZES = List.of(1, 1, 1, 2, 2, 2, 3, 3, 4, 5);

    static int lines(Dice dice) {
        return dice.oneOf(SIZES);
    }

    List<OrderLine> drawn(int size, Country country, Timeline timeline, Dice dice) {
        boolean free = dice.chance(5);
        int recounted = dice.below(size);
        List<OrderLine> lines = new ArrayList<>(size);
        for (int number = 0; number < size; number++) {
            int product = 1 + (int) ((long) dice.below(Catalogue.PRODUCTS) * dice.below(1000) / 1000);
            long price = catalogue.listCents(product) * country.minorPerDollar() / 100 * dice.between(90, 110) / 100;
            long charged = free || dice.chance(10) ? 0 : price + dice.below(100);
            long discount = dice.chance(100) ? charged * dice.between(5, 30) / 100 : 0;
            History<Integer> history = timeline.ofLine(1 + dice.below(1 + dice.below(4)), number == recounted);
            lines.add(new OrderLine(number + 1, product, charged, discount, country.taxPercent(), history));
        }
        return lines;
    }
}
