package com.turanmart.lakehouse.core.conf;

import com.turanmart.lakehouse.core.conf.Node.Mapping;
import com.turanmart.lakehouse.core.conf.Node.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The environment that a run was asked for, by the name of a file of {@code env/} or by the path of another file. */
record EnvironmentFile(Layout layout, String asked, Optional<TextFile> file) {

    static EnvironmentFile find(Layout layout, String asked) {
        var named = layout.environments().stream()
                .filter(candidate -> candidate.stem().equals(asked))
                .findFirst();
        return new EnvironmentFile(layout, asked, named.or(() -> elsewhere(asked)));
    }

    /** The file, when it is none of the configuration folder. */
    Optional<TextFile> outside() {
        return file.filter(found -> !layout.files().contains(found));
    }

    Declared<Environment> read(Map<String, String> variables, Consumer<Problem> problems) {
        if (file.isEmpty() && layout.exists()) {
            problems.accept(missing());
        }
        var node = file.flatMap(
                found -> found.text(problems).flatMap(text -> YamlText.read(found.shown(), text, problems)));
        var overrides = new Overrides();
        var shown = file.map(TextFile::shown).orElse(asked);
        if (node.isEmpty()) {
            var variablesOnly = overrides.over(new Mapping(new Place(shown, 1), List.of()), variables, problems);
            Binder.bind(Environment.class, asked, variablesOnly, problem -> {
                if (problem.line() == 0) {
                    problems.accept(problem);
                }
            });
            return Binder.unreadable(Environment.class, asked, shown);
        }
        return Binder.bind(Environment.class, asked, overrides.over(node.get(), variables, problems), problems);
    }

    private Problem missing() {
        if (asked.endsWith(".yaml")) {
            return new Problem(asked, 0, "no such file, expected an environment");
        }
        var names = layout.environments().stream().map(TextFile::stem).toList();
        var remedy = names.isEmpty() ? ". Name a file: --env FILE" : Nearest.remedy(asked, names);
        var folder = TextFile.shown(layout.folder().resolve("env"));
        return new Problem(folder, 0, "no environment '" + asked + "'" + remedy);
    }

    private static Optional<TextFile> elsewhere(String asked) {
        var path = Path.of(asked);
        return asked.endsWith(".yaml") && Files.isRegularFile(path)
                ? Optional.of(new TextFile(path, TextFile.shown(path), path.getFileName()))
                : Optional.empty();
    }
}
