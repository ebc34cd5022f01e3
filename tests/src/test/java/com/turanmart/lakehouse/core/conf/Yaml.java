package com.turanmart.lakehouse.core.conf;

import java.util.ArrayList;

/** Pieces of configuration as a person writes them, for tests of other rooms. */
public final class Yaml {
    private Yaml() {}

    public static <T> T read(Class<T> kind, String yaml) {
        var problems = new ArrayList<Problem>();
        var node = YamlText.read("piece.yaml", yaml, problems::add).orElseThrow();
        var value = Binder.bind(kind, "piece", node, problems::add).value();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return value;
    }
}
