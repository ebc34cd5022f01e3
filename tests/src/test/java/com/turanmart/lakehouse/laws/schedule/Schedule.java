package com.turanmart.lakehouse.laws.schedule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the versions of some rows come to the lakehouse: in files, on nights, out of order, in parts and more than once. */
final class Schedule {
    private static final int KEYS = 4;
    private static final int VERSIONS = 4;
    private static final List<String> STATES = List.of("new", "paid", "sent", "gone");

    /**
     * A file of the landing zone.
     *
     * @param day the day that its folder names
     * @param night when it lands, that day or later
     */
    record Landed(String name, int day, int night, List<Event> events) {
        byte[] bytes() {
            return events.stream()
                    .map(Event::line)
                    .collect(Collectors.joining("", Event.HEADER, ""))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private final long seed;
    private final Random dice;
    private final int nights;
    private final List<Landed> files;

    Schedule(long seed, int nights) {
        this.seed = seed;
        this.nights = nights;
        dice = new Random(seed);
        files = files(events());
    }

    String name() {
        return String.format(Locale.ROOT, "s%03d", seed);
    }

    List<Landed> files() {
        return files;
    }

    /** The rows that are there in the end, whatever the order in which versions came. */
    List<String> truth() {
        return rows((one, other) -> Event.BY_DECLARATION.compare(one, other) >= 0 ? one : other);
    }

    /** What a lakehouse would show that lets the version win that came last among those of one number. */
    List<String> withoutTieBreak() {
        return rows((one, other) -> other.number() >= one.number() ? other : one);
    }

    private List<String> rows(BinaryOperator<Event> later) {
        var latest = new TreeMap<String, Event>();
        IntStream.range(0, nights)
                .boxed()
                .flatMap(night -> files.stream().filter(file -> file.night() == night))
                .flatMap(file -> file.events().stream())
                .forEach(event -> latest.merge(event.key(), event, later));
        return latest.values().stream()
                .filter(event -> !event.isGone())
                .map(event -> event.line().strip())
                .toList();
    }

    private List<Event> events() {
        var events = new ArrayList<Event>();
        for (var key = 0; key < KEYS; key++) {
            for (var version = 1 + dice.nextInt(VERSIONS); version > 0; version--) {
                events.add(new Event(
                        name() + "-" + key,
                        1 + dice.nextInt(VERSIONS),
                        STATES.get(dice.nextInt(STATES.size())),
                        String.valueOf(dice.nextInt(20))));
            }
        }
        return events;
    }

    private List<Landed> files(List<Event> events) {
        Collections.shuffle(events, dice);
        var landed = new ArrayList<Landed>();
        for (var from = 0; from < events.size(); ) {
            var to = Math.min(events.size(), from + 1 + dice.nextInt(5));
            land(landed, "part" + from, events.subList(from, to));
            from = to;
        }
        var again = landed.get(dice.nextInt(landed.size()));
        land(landed, "again", again.events());
        var other = landed.get(dice.nextInt(landed.size()));
        var merged = new ArrayList<>(again.events());
        merged.addAll(other.events());
        Collections.shuffle(merged, dice);
        land(landed, "merged", merged);
        return List.copyOf(landed);
    }

    private void land(List<Landed> landed, String name, List<Event> events) {
        var day = dice.nextInt(nights);
        landed.add(
                new Landed(name() + "-" + name + ".csv", day, day + dice.nextInt(nights - day), List.copyOf(events)));
    }
}
