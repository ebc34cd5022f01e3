package com.turanmart.lakehouse.shop;

import java.time.LocalDate;

/** The catalogue of one day, looked up by product. */
final class Snapshot {
    private final int[] categories = new int[Catalogue.PRODUCTS + 1];
    private final long[] unitCosts = new long[Catalogue.PRODUCTS + 1];

    Snapshot(Catalogue catalogue, LocalDate day) {
        for (int product = 1; product <= Catalogue.PRODUCTS; product++) {
            categories[product] = catalogue.category(product, day);
            unitCosts[product] = catalogue.unitCost(product, day);
        }
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
