package com.turanmart.lakehouse.shop;

import java.time.LocalDate;

/** The products of the last list. */
record ProductsState(Catalogue catalogue) implements SilverState {

    @Override
    public String table() {
        return "silver.products";
    }

    @Override
    public String columns() {
        return "product_id,name,category,unit_cost_usd";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, Rows rows) {
        if (!day.equals(asOf)) {
            return;
        }
        StateRow row = new StateRow();
        for (int product = 1; product <= Catalogue.PRODUCTS; product++) {
            rows.take(row.start()
                    .value(product)
                    .value(catalogue.name(product))
                    .value(Catalogue.CATEGORIES.get(catalogue.category(product, day)))
                    .decimal(catalogue.unitCost(product, day), 4));
        }
    }
}
