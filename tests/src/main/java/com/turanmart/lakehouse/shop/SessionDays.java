package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sessions of the app by UTC day, country and device; no session_id of this shop lives for longer than its day. */
record SessionDays(ClicksState clicks) implements MartState {
    private static final List<String> STEPS = List.of("view", "cart", "checkout", "purchase");
    private static final int STEP_CODES = 8;
    private static final int PAUSE = 30 * 60;

    @Override
    public String name() {
        return "funnel_daily";
    }

    @Override
    public String columns() {
        return "session_date,country,device,sessions,events,views,carts,checkouts,purchases,"
                + "sessions_with_view,sessions_with_cart,sessions_with_checkout,sessions_with_purchase";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, SilverState.Rows rows) {
        Map<String, Visits> byId = new HashMap<>();
        clicks.delivered(
                day,
                asOf,
                click -> byId.computeIfAbsent(click.session(), first -> new Visits(click.country(), click.device()))
                        .add(click));
        Map<String, Figures> figures = new TreeMap<>();
        byId.values()
                .forEach(visits -> visits.count(
                        figures.computeIfAbsent(visits.country + "|" + visits.device, first -> new Figures())));
        StateRow row = new StateRow();
        figures.forEach((group, counted) -> rows.take(counted.text(row.start().value(day + "|" + group))));
    }

    /** The events of one session_id: a day has hundreds of thousands, so each is one number of its second and step. */
    private static final class Visits {
        private final String country;
        private final String device;
        private long[] events = new long[4];
        private int size;

        Visits(String country, String device) {
            this.country = country;
            this.device = device;
        }

        void add(Click click) {
            if (size == events.length) {
                events = Arrays.copyOf(events, 2 * size);
            }
            events[size++] = click.at() * STEP_CODES + STEPS.indexOf(click.event()) + 1;
        }

        void count(Figures figures) {
            Arrays.sort(events, 0, size);
            long before = 0;
            for (int index = 0; index < size; index++) {
                long at = events[index] / STEP_CODES;
                if (at - before >= PAUSE) {
                    figures.beginSession();
                }
                figures.add((int) (events[index] % STEP_CODES) - 1);
                before = at;
            }
        }
    }

    /** What is counted for one country and device. */
    private static final class Figures {
        private final long[] steps = new long[STEPS.size()];
        private final long[] sessionsWith = new long[STEPS.size()];
        private boolean[] seen = new boolean[STEPS.size()];
        private long sessions;
        private long events;

        void beginSession() {
            sessions++;
            seen = new boolean[STEPS.size()];
        }

        /** @param step its place among the steps, or -1 for an event that is none */
        void add(int step) {
            events++;
            if (step >= 0) {
                steps[step]++;
                sessionsWith[step] += seen[step] ? 0 : 1;
                seen[step] = true;
            }
        }

        StateRow text(StateRow row) {
            row.value(sessions).value(events);
            Arrays.stream(steps).forEach(row::value);
            Arrays.stream(sessionsWith).forEach(row::value);
            return row;
        }
    }
}
