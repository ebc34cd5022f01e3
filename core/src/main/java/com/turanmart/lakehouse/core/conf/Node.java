package com.turanmart.lakehouse.core.conf;

import java.util.List;

/** A piece of YAML that remembers its place. */
sealed interface Node {
    Place place();

    /** What a reader of the file would say is there. */
    String found();

    /** Where a piece stands; line zero means that the file has no lines, as an environment variable has none. */
    record Place(String file, int line) {
        Problem problem(String text) {
            return new Problem(file, line, text);
        }
    }

    /** A plain or quoted text; empty when nothing was written. */
    record Scalar(Place place, String text) implements Node {
        private static final int SHOWN = 60;

        @Override
        public String found() {
            if (text.isEmpty()) {
                return "nothing";
            }
            var line = text.strip().replaceAll("\\s+", " ");
            return "'" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line) + "'";
        }
    }

    /** A list. */
    record Listing(Place place, List<Node> items) implements Node {
        @Override
        public String found() {
            return items.isEmpty() ? "an empty list" : "a list";
        }
    }

    /** Keys and values in the order of the file; a key may stand there twice. */
    record Mapping(Place place, List<Entry> entries) implements Node {
        @Override
        public String found() {
            return entries.isEmpty() ? "an empty mapping" : "a mapping";
        }
    }

    /** One key with its value. */
    record Entry(Scalar key, Node value) {}
}
