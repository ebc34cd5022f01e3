package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of {@link TruthCampaign}. */
record TruthPage(Shop shop, List<TruthCampaign.InOrder> inOrder, List<TruthCampaign.OutOfOrder> outOfOrder) {
    private static final Path FIGURES = Path.of("..", "docs", "campaigns", "truth.md");

    void write() throws IOException {
        var files = inOrder.get(0);
        Files.createDirectories(FIGURES.getParent());
        Files.writeString(
                FIGURES,
                String.format(
                        Locale.ROOT,
                        """
                        # All tables beside the truth of the shop

                        Written by `scripts/campaign truth`: all data sets of the demo shop with heavy dirt, %d days from %s. One night a control total of the refunds is wrong, which holds what needs them until the sender has corrected it.
                        The shop says from its own books, never from what landed, which rows every mart must hold; each night every row is compared in every column.

                        ## Nights in order
                        Rows of each mart after each night.

                        %s

                        %s
                        %s

                        ## Late deliveries
                        The same days, with a part of the deliveries one or two nights late and some nights left out. After the last night all of these marts and tables of silver are compared, and the tables by SQL are those of the nights in order.

                        %s

                        ## Computed as a whole
                        L5: after the last night each table by SQL was computed as a whole (`run --rebuild`). A table is the same when the hash over its rows is.

                        %s
                        """,
                        files.marts().size(),
                        files.marts().firstKey(),
                        table(rowsByDay()),
                        inOrder.stream().map(this::ofSilver).collect(Collectors.joining("\n")),
                        withoutTruth(),
                        outOfOrder.isEmpty() ? "None has been run yet." : table(late()),
                        table(rebuilt())));
    }

    private List<List<String>> rowsByDay() {
        var days = inOrder.get(0).marts();
        var lines = new ArrayList<List<String>>();
        lines.add(line(
                Stream.of("mart"),
                days.keySet().stream().map(day -> day.toString().substring(5)),
                inOrder.stream().map(nights -> "differences on " + nights.place())));
        for (var mart : TruthOfShop.marts(shop)) {
            lines.add(line(
                    Stream.of("`" + mart + "`"),
                    days.values().stream().map(seen -> number(seen.get(mart).rows())),
                    inOrder.stream()
                            .map(nights -> number(nights.marts().values().stream()
                                    .mapToLong(
                                            seen -> seen.get(mart).differences().size())
                                    .sum()))));
        }
        return lines;
    }

    private String ofSilver(TruthCampaign.InOrder nights) {
        return String.format(
                Locale.ROOT,
                "On %s %,d rows of marts were compared in all, and after the last night %,d rows of %d tables of silver, with %d differences.",
                nights.place(),
                nights.marts().values().stream()
                        .mapToLong(seen -> rows(seen.values()))
                        .sum(),
                rows(nights.silver().values()),
                nights.silver().size(),
                differences(nights.silver().values()));
    }

    private String withoutTruth() {
        var without = new TreeSet<>(inOrder.get(0).tables().built().keySet());
        without.removeIf(table -> !table.startsWith("gold."));
        TruthOfShop.marts(shop).forEach(without::remove);
        return without.isEmpty()
                ? "The shop knows every mart."
                : "Of " + String.join(", ", without) + " the shop says nothing; they are only computed again, below.";
    }

    private List<List<String>> late() {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(
                "seed",
                "late deliveries",
                "nights run",
                "of them waiting",
                "rows compared",
                "differences",
                "tables by SQL as in order"));
        for (var nights : outOfOrder) {
            lines.add(List.of(
                    String.valueOf(nights.seed()),
                    nights.deliveries().late() + " of " + nights.deliveries().all(),
                    number(nights.nights().size()),
                    number(Collections.frequency(nights.nights(), ExitCode.WAITING)),
                    number(rows(nights.seen().values())),
                    number(differences(nights.seen().values())),
                    same(inOrder.get(0).tables().built(), nights.tables().built())));
        }
        return lines;
    }

    private static String same(SortedMap<String, String> tables, SortedMap<String, String> others) {
        var same = tables.entrySet().stream()
                .filter(table -> table.getValue().equals(others.get(table.getKey())))
                .count();
        return same + " of " + tables.size();
    }

    private List<List<String>> rebuilt() {
        var lines = new ArrayList<List<String>>();
        lines.add(line(
                Stream.of("table", "rows"),
                inOrder.stream().map(TruthCampaign.InOrder::place),
                outOfOrder.stream().map(nights -> "seed " + nights.seed())));
        var all = Stream.concat(
                        inOrder.stream().map(TruthCampaign.InOrder::tables),
                        outOfOrder.stream().map(TruthCampaign.OutOfOrder::tables))
                .toList();
        all.get(0)
                .built()
                .forEach((table, digest) -> lines.add(line(
                        Stream.of("`" + table + "`"),
                        Stream.of(digest.substring(0, digest.indexOf(' '))),
                        all.stream()
                                .map(tables -> digest(tables.rebuilt(), table).equals(digest(tables.built(), table))
                                        ? "the same"
                                        : "**another**"))));
        return lines;
    }

    private static String digest(SortedMap<String, String> tables, String table) {
        return tables.getOrDefault(table, "none");
    }

    private static long rows(Collection<TruthOfShop.Beside> tables) {
        return tables.stream().mapToLong(TruthOfShop.Beside::rows).sum();
    }

    private static long differences(Collection<TruthOfShop.Beside> tables) {
        return tables.stream().mapToLong(table -> table.differences().size()).sum();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static List<String> line(Stream<String> some, Stream<String> more, Stream<String> others) {
        return Stream.of(some, more, others).flatMap(cells -> cells).toList();
    }

    private static String table(List<List<String>> lines) {
        var texts = new ArrayList<String>();
        lines.forEach(line -> texts.add("| " + String.join(" | ", line) + " |"));
        texts.add(1, "| " + String.join(" | ", Collections.nCopies(lines.get(0).size(), "---")) + " |");
        return String.join("\n", texts);
    }
}
