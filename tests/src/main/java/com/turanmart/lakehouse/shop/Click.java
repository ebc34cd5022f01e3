package com.turanmart.lakehouse.shop;

/**
 * One event of the app.
 *
 * @param customer 0 if nobody was signed in
 * @param product 0 if the event is about none
 * @param at epoch second
 */
record Click(
        String id,
        String session,
        int customer,
        String device,
        String country,
        String event,
        int product,
        long at,
        String version) {}
