package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/** The catalogue of one day, looked up by product. */
final class Snapshot {
    private final int[] categories = new int[Catalogue.PRODUCTS + 1];
    private final long[] unitCosts = new long[Catalogue.PRODUCTS + 1];

    Snapshot(IntUnaryOperator category, IntToLongFunction unitCost) {
        for (int product = 1; product <= Catalogue.PRODUCTS; product++) {
            categories[product] = category.applyAsInt(product);
            unitCosts[product] = unitCost.applyAsLong(product);
        }
    }

    static Snapshot of(Catalogue catalogue, LocalDate day) {
        return new Snapshot(product -> catalogue.category(product, day), product -> catalogue.unitCost(product, day));
    }

    /** The place in {@link Catalogue#CATEGORIES}. */
    int category(int product) {
        return categories[product];
    }

    /** In ten thousandths of a US dollar. */
    long unitCost(int product) {
        return unitCosts[product];
    }
}
