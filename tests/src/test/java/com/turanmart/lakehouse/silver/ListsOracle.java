package com.turanmart.lakehouse.silver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What full lists mean for a table and its history, written without Spark: an oracle of the tests. */
record ListsOracle(List<List<BronzeRow>> stories) {

    /** What one list says of one key, and what its sequence is. */
    private record Said(String sequence, String price) {
        static Said later(Said one, Said other) {
            var order = one.sequence.compareTo(other.sequence);
            return order > 0 || (order == 0 && one.price.compareTo(other.price) > 0) ? one : other;
        }
    }

    List<String> rows() {
        var rows = new ArrayList<String>();
        stories.forEach(story -> {
            var lists = lists(story);
            if (!lists.isEmpty()) {
                lists.lastEntry().getValue().forEach((key, said) -> rows.add("[" + key + "," + said.price + "]"));
            }
        });
        return rows.stream().sorted().toList();
    }

    List<String> history() {
        var lines = new ArrayList<String>();
        stories.forEach(story -> {
            var lists = lists(story);
            var keys = lists.values().stream()
                    .flatMap(list -> list.keySet().stream())
                    .distinct()
                    .toList();
            keys.forEach(key -> history(key, lists, lines));
        });
        return lines.stream().sorted().toList();
    }

    private static void history(String key, TreeMap<LocalDate, TreeMap<String, Said>> lists, List<String> lines) {
        String open = null;
        LocalDate since = null;
        for (var list : lists.entrySet()) {
            var said = list.getValue().get(key);
            var price = said == null ? null : said.price;
            if (!Objects.equals(price, open)) {
                close(key, open, since, list.getKey(), lines);
                since = list.getKey();
                open = price;
            }
        }
        close(key, open, since, null, lines);
    }

    private static void close(
            String key, @Nullable String price, @Nullable LocalDate from, @Nullable LocalDate to, List<String> lines) {
        if (price != null) {
            lines.add("[" + key + "," + from + "," + to + "," + (to == null) + "," + price + "]");
        }
    }

    private static TreeMap<LocalDate, TreeMap<String, Said>> lists(List<BronzeRow> story) {
        var lists = new TreeMap<LocalDate, TreeMap<String, Said>>();
        story.forEach(row -> lists.computeIfAbsent(row.date(), date -> new TreeMap<>())
                .merge(
                        row.texts().get(0) + "," + row.texts().get(1),
                        new Said(row.sequence(), row.texts().get(2)),
                        Said::later));
        return lists;
    }
}
