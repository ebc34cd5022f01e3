package com.turanmart.lakehouse.core.conf;

import com.turanmart.lakehouse.core.conf.Node.Entry;
import com.turanmart.lakehouse.core.conf.Node.Listing;
import com.turanmart.lakehouse.core.conf.Node.Mapping;
import com.turanmart.lakehouse.core.conf.Node.Place;
import com.turanmart.lakehouse.core.conf.Node.Scalar;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** The text of one YAML file as nodes: a single document, without anchors, tags or merges. */
final class YamlText {
    private final String file;
    private final Consumer<Problem> problems;

    private YamlText(String file, Consumer<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Empty when the text is no YAML at all; then, and for every part that is refused, a problem is told. */
    static Optional<Node> read(String file, String text, Consumer<Problem> problems) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(20);
        options.setAllowRecursiveKeys(false);
        var reader = new YamlText(file, problems);
        try {
            var root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                problems.accept(new Problem(file, 1, "empty file, expected keys and values"));
                return Optional.empty();
            }
            return Optional.of(reader.node(root));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            problems.accept(new Problem(file, mark == null ? 1 : mark.getLine() + 1, reason(e.getProblem())));
        } catch (ReaderException e) {
            var before = text.substring(0, Math.min(e.getPosition(), text.length()));
            problems.accept(new Problem(file, (int) before.lines().count(), "not a text: it holds control characters"));
        } catch (YAMLException e) {
            problems.accept(new Problem(file, 1, reason(String.valueOf(e.getMessage()))));
        }
        return Optional.empty();
    }

    private static String reason(String said) {
        if (said.contains("\\t(TAB)")) {
            return "not YAML: a tab in the indentation, expected spaces";
        }
        if (said.contains("another document")) {
            return "a second document in one file, expected one";
        }
        if (said.contains("aliases")) {
            return "an alias (*name) is not supported, write the value out";
        }
        return "not YAML: " + said;
    }

    private Node node(org.yaml.snakeyaml.nodes.Node node) {
        var place = new Place(file, node.getStartMark().getLine() + 1);
        if (node.getAnchor() != null) {
            problems.accept(place.problem("an anchor (&name) is not supported, write the value out"));
        }
        if (node instanceof MappingNode mapping) {
            List<Entry> entries = new ArrayList<>();
            for (var tuple : mapping.getValue()) {
                if (node(tuple.getKeyNode()) instanceof Scalar key) {
                    entry(new Entry(key, node(tuple.getValueNode())), entries);
                } else {
                    problems.accept(place.problem("a key is a word, found a list or a mapping"));
                }
            }
            return new Mapping(place, List.copyOf(entries));
        }
        if (node instanceof SequenceNode sequence) {
            return new Listing(
                    place, sequence.getValue().stream().map(this::node).toList());
        }
        var scalar = (ScalarNode) node;
        return new Scalar(place, scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue());
    }

    /** In {@code {type: decimal(18,2)}} YAML sees a key "2)"; the mistake is one, and the text that was meant is clear. */
    private void entry(Entry entry, List<Entry> before) {
        var last = before.isEmpty() ? entry : before.get(before.size() - 1);
        if (entry.key().text().matches("[0-9 ]+\\)")
                && last.value() instanceof Scalar opened
                && opened.text().contains("(")) {
            var whole = opened.text() + "," + entry.key().text();
            problems.accept(entry.key()
                    .place()
                    .problem("a comma inside {...} ends a value, expected quotes: \"" + whole + "\""));
            before.set(before.size() - 1, new Entry(last.key(), new Scalar(opened.place(), whole)));
        } else {
            before.add(entry);
        }
    }
}
