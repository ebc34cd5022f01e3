package com.turanmart.lakehouse.core.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no configuration at all: told in one line each, quickly, and nothing else is blamed for them. */
class HostileYamlTest {
    record Hostile(String name, Consumer<SoundFolder> file, String problem) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isToldInOneLine(Hostile hostile, @TempDir Path path) {
        var folder = new SoundFolder(path);
        hostile.file.accept(folder);

        var problems = Assertions.assertTimeout(Duration.ofSeconds(20), folder::problems);

        assertThat(problems).containsExactly(hostile.problem);
    }

    static Stream<Hostile> hostile() {
        return Stream.of(
                text("empty", "", "tables/silver/orders.yaml:1: empty file, expected keys and values"),
                text(
                        "only a comment",
                        "# nothing\n",
                        "tables/silver/orders.yaml:1: empty file, expected keys and values"),
                text(
                        "a tab in the indentation",
                        "table: silver.orders\n\towner: x\n",
                        "tables/silver/orders.yaml:2: not YAML: a tab in the indentation, expected spaces"),
                text(
                        "an alias bomb",
                        bomb(),
                        "tables/silver/orders.yaml:1: an alias (*name) is not supported, write the value out"),
                text(
                        "an endless alias",
                        "table: &a [*a]\n",
                        "tables/silver/orders.yaml:1: an alias (*name) is not supported, write the value out"),
                text(
                        "10 MB in one value",
                        "table: " + "x".repeat(10_000_000),
                        "tables/silver/orders.yaml: larger than 1 MB, expected a text that a person wrote"),
                new Hostile(
                        "binary",
                        folder -> folder.write(
                                SoundFolder.SILVER, new byte[] {0x50, 0x4b, 3, 4, (byte) 0xff, (byte) 0xfe, 0}),
                        "tables/silver/orders.yaml: not a text in UTF-8"),
                text(
                        "a control character",
                        "table: silver.orders\nowner: a\u0000b\n",
                        "tables/silver/orders.yaml:2: not a text: it holds control characters"),
                text(
                        "a list",
                        "- table: silver.orders\n",
                        "tables/silver/orders.yaml:1: found a list, expected keys and values"),
                text("one word", "orders\n", "tables/silver/orders.yaml:1: found 'orders', expected keys and values"),
                text(
                        "two documents",
                        "table: silver.orders\n---\ntable: silver.orders\n",
                        "tables/silver/orders.yaml:2: a second document in one file, expected one"),
                text(
                        "not closed",
                        "table: silver.orders\ngrain: [a, b\nowner: c\n",
                        "tables/silver/orders.yaml:3: not YAML: expected ',' or ']', but got :"),
                text(
                        "nested without end",
                        "grain: " + "[".repeat(5_000),
                        "tables/silver/orders.yaml:1: not YAML: Nesting Depth exceeded max 20"),
                text(
                        "an unknown tag",
                        "!!java.net.URL [http://a]\n",
                        "tables/silver/orders.yaml:1: not YAML: Global tag is not allowed: tag:yaml.org,2002:java.net.URL"));
    }

    private static Hostile text(String name, String text, String problem) {
        return new Hostile(name, folder -> folder.write(SoundFolder.SILVER, text), problem);
    }

    private static String bomb() {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 12; level++) {
            var alias = "*a" + (level - 1);
            text.append("a%d: &a%d [%s]\n".formatted(level, level, String.join(", ", Collections.nCopies(10, alias))));
        }
        return text.toString();
    }
}
