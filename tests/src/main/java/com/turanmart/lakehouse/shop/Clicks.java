package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** All events of the app as a pure function of day and index: ten for each order, one in ten made by one bot. */
final class Clicks {
    private static final int PER_ORDER = 10;
    private static final int BOT_AT = 3;
    private static final int LATE_EVERY = 20;
    private static final int LATE_AT = 7;
    private static final List<String> EVENTS =
            List.of("search", "view", "view", "view", "view", "cart", "view", "checkout", "purchase", "view");
    private static final List<String> DEVICES = List.of("ios", "android", "android", "web");
    private static final List<String> VERSIONS = List.of("5.1.0", "5.2.0", "5.2.1");

    private final ShopPlan plan;
    private final Customers customers;
    private final Hours hours;

    Clicks(ShopPlan plan, Customers customers) {
        this.plan = plan;
        this.customers = customers;
        this.hours = new Hours(Math.multiplyExact(PER_ORDER, plan.ordersPerDay()));
    }

    Hours hours() {
        return hours;
    }

    Click at(LocalDate day, int index) {
        // Ten events are one session, of one device and one buyer or visitor.
        Dice ofSession = new Dice(plan.seed(), Topic.CLICK, plan.indexOf(day), -1 - index / PER_ORDER);
        Dice dice = new Dice(plan.seed(), Topic.CLICK, plan.indexOf(day), index);
        boolean bot = index % PER_ORDER == BOT_AT;
        String event = EVENTS.get(index % PER_ORDER);
        boolean known = ofSession.chance(600);
        int customer = customers.drawn(day, ofSession);
        String session = "s-%06d-%08d".formatted(plan.indexOf(day), index / PER_ORDER);
        return new Click(
                "c-%06d-%09d".formatted(plan.indexOf(day), index),
                bot ? "s-%06d-bot".formatted(plan.indexOf(day)) : session,
                known && !bot ? customer : 0,
                bot ? "web" : ofSession.oneOf(DEVICES),
                Country.drawn(ofSession).name(),
                event,
                event.equals("search") ? 0 : dice.between(1, Catalogue.PRODUCTS),
                day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) + (long) index * 86_400 / hours.rowsPerDay(),
                ofSession.oneOf(VERSIONS));
    }

    /** Days by which the event of an hour, so many behind its first, comes late: 0 to 3. */
    static int daysLate(int hour, int place) {
        return isLate(place) ? (hour + place / LATE_EVERY) % 4 : 0;
    }

    /** Whether the event comes late at all, by one to three days or by two hours. */
    static boolean isLate(int place) {
        return place % LATE_EVERY == LATE_AT;
    }

    /** The event itself if it is in time, else the one before it, which is. */
    static int inTime(int place) {
        return isLate(place) ? place - 1 : place;
    }
}
