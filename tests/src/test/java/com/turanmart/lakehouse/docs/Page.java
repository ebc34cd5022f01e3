package com.turanmart.lakehouse.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One Markdown page of the repository. */
record Page(Path file, String text) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

    /** A fenced block, with the word behind its fence. */
    record Block(String kind, String text) {
        String firstLine() {
            return text.lines().findFirst().orElse("");
        }

        String withoutFirstLine() {
            return text.substring(text.indexOf('\n') + 1);
        }
    }

    static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
    }

    /** The page without its fenced blocks. */
    String prose() {
        return BLOCK.matcher(text).replaceAll("");
    }

    Stream<MatchResult> find(String regex) {
        return Pattern.compile(regex, Pattern.MULTILINE).matcher(text).results();
    }

    Stream<MatchResult> findInProse(String regex) {
        return Pattern.compile(regex, Pattern.MULTILINE).matcher(prose()).results();
    }
}
