package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.util.List;

/** The products: what they are called, and what they cost and where they belong on a day. */
final class Catalogue {
    static final int PRODUCTS = 500;

    static final List<String> CATEGORIES =
            List.of("beauty", "books", "electronics", "fashion", "grocery", "home", "sport", "toys");

    private static final List<String> NAMES = List.of(
            "Kettle, steel",
            "Tea glass \"piyola\"",
            "Чайник электрический",
            "Lamp",
            "Рюкзак, синий",
            "Choy \"95\"",
            "Phone cover",
            "Кроссовки",
            "Notebook, A5",
            "Soap",
            "Ковёр \"Бухара\", 2 м",
            "Ball");
    private static final List<String> BRANDS = List.of("Aral", "Tulpar", "Registan", "Dune, Inc.", "Сайхун");

    private final long seed;

    Catalogue(long seed) {
        this.seed = seed;
    }

    String name(int product) {
        return NAMES.get(product % NAMES.size()) + " " + product;
    }

    String brand(int product) {
        return BRANDS.get(product % BRANDS.size());
    }

    /** The place in {@link #CATEGORIES}; one product in fifty moves every thirty days. */
    int category(int product, LocalDate day) {
        int home = product % CATEGORIES.size();
        boolean moves = product % 50 == 7;
        return moves ? (int) ((home + (day.toEpochDay() + product) / 30) % CATEGORIES.size()) : home;
    }

    /** Unit cost in ten thousandths of a US dollar; it changes every seventeen days. */
    long unitCost(int product, LocalDate day) {
        long since = (day.toEpochDay() + product * 5L) / 17;
        long base = listCents(product) * 60;
        return base + new Dice(seed, Topic.COST, product, since).below((int) Math.max(1, base / 10));
    }

    /** List price in US cents. */
    long listCents(int product) {
        Dice dice = new Dice(seed, Topic.PRICE, product, 0);
        return dice.chance(100) ? dice.between(10_000, 90_000) : dice.between(100, 6_000);
    }
}
