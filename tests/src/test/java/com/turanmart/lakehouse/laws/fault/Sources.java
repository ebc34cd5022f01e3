package com.turanmart.lakehouse.laws.fault;

import com.turanmart.lakehouse.shop.Shop;
import java.util.Set;
import java.util.stream.Collectors;

/** Who sends what, as {@code system/dataset}. */
final class Sources {
    static final String ORDERS = "shop/orders";
    static final String LINES = "shop/order_lines";
    static final String PAYMENTS = "gateway/payments";
    static final String REFUNDS = "backoffice/refunds";
    static final String RATES = "banks/fx_rates";
    static final String PRODUCTS = "catalogue/products";
    static final String CUSTOMERS = "shop/customers";
    static final String DELIVERIES = "courier/deliveries";
    static final String INVENTORY = "partners/inventory";
    static final String CLICKS = "app/click_events";
    static final String CONTACTS = "crm/contacts";
    static final String PINGS = "fleet/vehicle_pings";

    static final Set<String> FINANCE = Shop.FINANCE;
    static final Set<String> OTHERS = allBut(FINANCE);

    private Sources() {}

    static Set<String> allBut(Set<String> datasets) {
        return Shop.ALL.stream().filter(dataset -> !datasets.contains(dataset)).collect(Collectors.toUnmodifiableSet());
    }
}
