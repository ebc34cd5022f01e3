package com.turanmart.lakehouse.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds sources of the engine that name a table of the reference configuration (L10). */
final class TableNames {
    /** Words of our own vocabulary that happen to name a table as well; these count with their zone only. */
    private static final Set<String> VOCABULARY = Set.of("deliveries", "inventory");

    private TableNames() {}

    /** The tables declared under {@code conf/tables}. */
    static Set<String> declared(Path root) {
        return Repository.files(
                        root.resolve("conf/tables"), file -> file.toString().endsWith(".yaml"))
                .stream()
                .map(file -> file.getFileName().toString().replace(".yaml", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each place in the engine's main sources that names one of the tables, as {@code file: name}. */
    static List<String> named(Path root, Set<String> tables) {
        if (tables.isEmpty()) {
            return List.of();
        }
        Pattern name = Pattern.compile(tables.stream().map(TableNames::pattern).collect(Collectors.joining("|")));
        return Stream.of("core", "quality", "bronze", "silver", "gold", "pipeline")
                .flatMap(room -> Repository.files(root.resolve(room).resolve("src/main"), file -> true).stream())
                .flatMap(file -> name.matcher(Repository.read(file))
                        .results()
                        .map(match -> root.relativize(file) + ": " + match.group()))
                .toList();
    }

    /** With its zone, as a string literal, or anywhere if nobody would write the word for another reason. */
    private static String pattern(String table) {
        String quoted = Pattern.quote(table);
        String zoned = "\\b(?:bronze|silver|gold)[./]" + quoted + "\\b";
        if (VOCABULARY.contains(table)) {
            return zoned;
        }
        return table.contains("_") ? zoned + "|\\b" + quoted + "\\b" : zoned + "|\"" + quoted + "\"";
    }
}
