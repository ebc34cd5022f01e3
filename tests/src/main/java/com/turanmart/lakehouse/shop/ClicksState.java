package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Every event that was delivered, once. */
record ClicksState(Clicks clicks, int hoursLate) implements SilverState {
    static final int MOST_DAYS_LATE = 3;

    static ClicksState of(ShopPlan plan, Customers customers) {
        return new ClicksState(new Clicks(plan, customers), ClicksFeed.HOURS_LATE);
    }

    @Override
    public String table() {
        return "silver.click_events";
    }

    @Override
    public String columns() {
        return "event_id,session_id,customer_id,event,country,product_id,occurred_at";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, Rows rows) {
        StateRow row = new StateRow();
        delivered(day, asOf, click -> rows.take(text(row, click)));
    }

    /** The events of a day that are known by then. */
    void delivered(LocalDate day, LocalDate asOf, Consumer<Click> sink) {
        int days = (int) ChronoUnit.DAYS.between(day, asOf);
        for (int hour = 0; hour < Hours.COUNT; hour++) {
            int first = clicks.hours().first(hour);
            for (int index = first; index < clicks.hours().first(hour + 1); index++) {
                if (daysLate(hour, index - first) <= days) {
                    sink.accept(clicks.at(day, index));
                }
            }
        }
    }

    // Two hours late near midnight is the next day.
    private int daysLate(int hour, int place) {
        int days = Clicks.daysLate(hour, place);
        boolean crosses = Clicks.isLate(place) && days == 0 && hour + hoursLate >= Hours.COUNT;
        return crosses ? 1 : days;
    }

    private static StateRow text(StateRow row, Click click) {
        row.start().value(click.id()).value(click.session());
        optional(row, click.customer()).value(click.event()).value(click.country());
        return optional(row, click.product()).utc(click.at());
    }

    private static StateRow optional(StateRow row, int number) {
        return number == 0 ? row.none() : row.value(number);
    }
}
