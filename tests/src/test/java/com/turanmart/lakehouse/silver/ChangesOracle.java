package com.turanmart.lakehouse.silver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What changes mean for a table and its history, written without Spark: an oracle of the tests. */
record ChangesOracle(List<List<BronzeRow>> stories) {
    private static final Comparator<String> NULL_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    /** @param rank of changes that tie: a moved key, then a row, then a delete */
    private record Fact(String caseNo, String id, String at, String sequence, int rank, String status, String amount) {
        static final Comparator<Fact> BY_ORDER =
                Comparator.comparing(Fact::at).thenComparing(Fact::sequence, NULL_FIRST);
        static final Comparator<Fact> BY_AGE = BY_ORDER.thenComparing(Fact::rank)
                .thenComparing(Fact::status, NULL_FIRST)
                .thenComparing(Fact::amount, NULL_FIRST);

        String key() {
            return caseNo + "," + id;
        }

        String money() {
            return amount == null ? null : amount + ".00";
        }

        String text() {
            return "[" + key() + "," + at + "," + status + "," + money() + "," + sequence + "]";
        }
    }

    List<String> rows() {
        return versions().values().stream()
                .map(TreeSet::last)
                .filter(fact -> fact.rank == 1)
                .map(Fact::text)
                .sorted()
                .toList();
    }

    List<String> history() {
        var lines = new ArrayList<String>();
        for (var ofAKey : versions().values()) {
            for (var fact : ofAKey) {
                var next = ofAKey.higher(fact);
                if (fact.rank == 1) {
                    lines.add("[" + fact.key() + "," + fact.at + "," + (next == null ? null : next.at) + ","
                            + (next == null) + "," + fact.status + "," + fact.money() + "," + fact.sequence + "]");
                }
            }
        }
        return lines.stream().sorted().toList();
    }

    /** What a table without a tie-break would hold after these batches. */
    static List<String> whereArrivalDecidesTies(List<List<BronzeRow>> batches) {
        var kept = new TreeMap<String, Fact>();
        batches.stream()
                .flatMap(Collection::stream)
                .flatMap(ChangesOracle::facts)
                .forEach(fact -> kept.merge(
                        fact.key(), fact, (old, fresh) -> Fact.BY_ORDER.compare(fresh, old) >= 0 ? fresh : old));
        return kept.values().stream()
                .filter(fact -> fact.rank == 1)
                .map(Fact::text)
                .sorted()
                .toList();
    }

    private Map<String, TreeSet<Fact>> versions() {
        var versions = new TreeMap<String, TreeSet<Fact>>();
        stories.stream()
                .flatMap(List::stream)
                .flatMap(ChangesOracle::facts)
                .forEach(fact -> versions.computeIfAbsent(fact.key(), key -> new TreeSet<>(Fact.BY_AGE))
                        .add(fact));
        return versions;
    }

    private static Stream<Fact> facts(BronzeRow row) {
        var texts = row.texts();
        var gone = row.op().equals("D");
        var fact = new Fact(
                texts.get(0),
                texts.get(1),
                texts.get(2),
                row.sequence(),
                gone ? 2 : 1,
                gone ? null : texts.get(3),
                gone ? null : texts.get(4));
        var old = row.before().get("id");
        return old == null || old.equals(fact.id)
                ? Stream.of(fact)
                : Stream.of(fact, new Fact(fact.caseNo, old, fact.at, fact.sequence, 0, null, null));
    }
}
