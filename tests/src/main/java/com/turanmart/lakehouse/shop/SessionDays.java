package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sessions of the app by UTC day, country and device; no session_id of this shop lives for longer than its day. */
record SessionDays(ClicksState clicks) implements MartState {
    private static final List<String> STEPS = List.of("view", "cart", "checkout", "purchase");
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
        Map<String, List<Click>> bySession = new TreeMap<>();
        clicks.delivered(
                day,
                asOf,
                click -> bySession
                        .computeIfAbsent(click.session(), first -> new ArrayList<>())
                        .add(click));
        Map<String, List<List<Click>>> sessions = new TreeMap<>();
        bySession
                .values()
                .forEach(events -> split(events)
                        .forEach(session -> sessions.computeIfAbsent(
                                        session.get(0).country() + "|"
                                                + session.get(0).device(),
                                        first -> new ArrayList<>())
                                .add(session)));
        StateRow row = new StateRow();
        sessions.forEach((group, all) -> rows.take(text(row, day + "|" + group, all)));
    }

    private static List<List<Click>> split(List<Click> events) {
        events.sort(Comparator.comparingLong(Click::at).thenComparing(Click::id));
        List<List<Click>> sessions = new ArrayList<>();
        long before = 0;
        for (Click click : events) {
            if (click.at() - before >= PAUSE) {
                sessions.add(new ArrayList<>());
            }
            sessions.get(sessions.size() - 1).add(click);
            before = click.at();
        }
        return sessions;
    }

    private static StateRow text(StateRow row, String key, List<List<Click>> sessions) {
        row.start()
                .value(key)
                .value(sessions.size())
                .value(sessions.stream().mapToLong(List::size).sum());
        STEPS.forEach(step -> row.value(
                sessions.stream().mapToLong(session -> count(session, step)).sum()));
        STEPS.forEach(step -> row.value(
                sessions.stream().filter(session -> count(session, step) > 0).count()));
        return row;
    }

    private static long count(List<Click> session, String step) {
        return session.stream().filter(click -> click.event().equals(step)).count();
    }
}
