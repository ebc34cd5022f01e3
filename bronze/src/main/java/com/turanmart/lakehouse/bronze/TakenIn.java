package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.TableName;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far the file ledger has taken in each bronze table and each landing path, as its own commits say it. Days are
 * counted from 1970-01-01.
 */
final class TakenIn {
    private static final String FIRST = " first delivery";
    private static final String OPEN = " not settled ";

    private final Map<String, Long> inputs;

    TakenIn(Map<String, Long> inputs) {
        this.inputs = new TreeMap<>(inputs);
    }

    Map<String, Long> inputs() {
        return inputs;
    }

    /** The version up to which a bronze table's commits are in the ledger. */
    OptionalLong version(String incarnation) {
        var version = inputs.get(incarnation);
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }

    /** The incarnation of a table whose commits the ledger has. */
    Optional<String> incarnation(TableName table) {
        return inputs.keySet().stream()
                .filter(key -> key.startsWith(table + "@"))
                .findFirst();
    }

    void version(String incarnation, long version) {
        inputs.put(incarnation, version);
    }

    /** The day up to which a landing path was looked at; a path that was declared anew has none. */
    Optional<LocalDate> lookedUpTo(BronzeTable table) {
        return day(landing(table));
    }

    Optional<LocalDate> firstDelivery(TableName table) {
        return day(table + FIRST);
    }

    /** Days with files that were not settled when the ledger was written. */
    Set<LocalDate> open(TableName table) {
        return inputs.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(table + OPEN))
                .map(entry -> LocalDate.ofEpochDay(entry.getValue()))
                .collect(Collectors.toSet());
    }

    void looked(BronzeTable table, LocalDate upTo) {
        inputs.merge(landing(table), upTo.toEpochDay(), Math::max);
    }

    void came(TableName table, LocalDate date) {
        inputs.merge(table + FIRST, date.toEpochDay(), Math::min);
    }

    void open(TableName table, Collection<LocalDate> dates) {
        inputs.keySet().removeIf(key -> key.startsWith(table + OPEN));
        dates.forEach(date -> inputs.put(table + OPEN + date, date.toEpochDay()));
    }

    private Optional<LocalDate> day(String key) {
        return Optional.ofNullable(inputs.get(key)).map(LocalDate::ofEpochDay);
    }

    private static String landing(BronzeTable table) {
        return table.table() + " landing " + table.landing().path();
    }
}
