package com.turanmart.lakehouse.core.conf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Which file lies where in a configuration folder; what lies elsewhere in its folders would be silently ignored. */
final class Layout {
    private static final String TABLES = "tables";
    private static final String SQL = "sql";
    private static final String ENV = "env";
    private static final Map<String, String> EXPECTED = Map.of(
            ENV,
            "env/<name>.yaml",
            TABLES,
            "tables/<bronze|silver|gold>/<table>.yaml",
            SQL,
            "sql/<silver|gold>/<table>.sql");

    private static final List<String> FOLDERS = List.of(
            folder(Layer.BRONZE),
            folder(Layer.SILVER),
            folder(Layer.GOLD),
            sqlFolder(Layer.SILVER),
            sqlFolder(Layer.GOLD));

    private final Path folder;
    private final List<TextFile> files;

    private Layout(Path folder, List<TextFile> files) {
        this.folder = folder;
        this.files = files;
    }

    static Layout of(Path folder, Consumer<Problem> problems) {
        var shown = TextFile.shown(folder);
        if (!Files.isDirectory(folder)) {
            problems.accept(new Problem(shown, 0, "no such folder. Name one with --conf"));
            return new Layout(folder, List.of());
        }
        var layout = new Layout(folder, TextFile.under(folder));
        if (!Files.isDirectory(folder.resolve(TABLES))) {
            problems.accept(
                    new Problem(shown, 0, "missing folder 'tables'. Found: " + String.join(", ", layout.topNames())));
        }
        layout.files.stream()
                .filter(file -> EXPECTED.containsKey(file.parts().getName(0).toString()))
                .filter(file -> !layout.expected().contains(file))
                .map(layout::unexpected)
                .distinct()
                .forEach(problems);
        return layout;
    }

    boolean exists() {
        return Files.isDirectory(folder);
    }

    Path folder() {
        return folder;
    }

    List<TextFile> files() {
        return files;
    }

    List<TextFile> environments() {
        return in(ENV, ".yaml");
    }

    List<TextFile> tables(Layer layer) {
        return in(folder(layer), ".yaml");
    }

    /** Bronze has none: it is what was sent. */
    List<TextFile> sql(Layer layer) {
        return layer == Layer.BRONZE ? List.of() : in(sqlFolder(layer), ".sql");
    }

    /** A folder of a wrong name is one mistake, however much lies in it. */
    private Problem unexpected(TextFile file) {
        var parts = file.parts();
        var top = parts.getName(0).toString();
        var inFolder = parts.getNameCount() > 2 && !FOLDERS.contains(file.folder());
        return new Problem(
                inFolder ? TextFile.shown(folder.resolve(file.folder())) : file.shown(),
                0,
                "unexpected " + (inFolder ? "folder" : "file") + ", expected " + EXPECTED.get(top));
    }

    private List<TextFile> expected() {
        List<TextFile> expected = new ArrayList<>(environments());
        Arrays.stream(Layer.values()).map(this::tables).forEach(expected::addAll);
        Arrays.stream(Layer.values()).map(this::sql).forEach(expected::addAll);
        return expected;
    }

    private static String sqlFolder(Layer layer) {
        return SQL + "/" + layer.word();
    }

    private static String folder(Layer layer) {
        return TABLES + "/" + layer.word();
    }

    private List<TextFile> in(String path, String extension) {
        return files.stream()
                .filter(file -> file.folder().equals(path) && file.name().endsWith(extension))
                .toList();
    }

    private List<String> topNames() {
        var names = files.stream()
                .map(file -> file.parts().getName(0).toString())
                .distinct()
                .toList();
        return names.isEmpty() ? List.of("nothing") : names;
    }
}
