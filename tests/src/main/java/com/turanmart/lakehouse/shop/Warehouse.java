package com.turanmart.lakehouse.shop;

import java.util.List;

/** A warehouse of a partner. */
record Warehouse(int number, String partner, String name) {
    static final List<Warehouse> ALL = List.of(
            new Warehouse(0, "aral", "TAS-1"),
            new Warehouse(1, "aral", "SKD-1"),
            new Warehouse(2, "tulpar", "ALA-1"),
            new Warehouse(3, "dune", "DXB-1"));

    /** One product in twenty-five lies here. */
    boolean stocks(int product) {
        return (product + 6 * number) % 25 == 0;
    }
}
