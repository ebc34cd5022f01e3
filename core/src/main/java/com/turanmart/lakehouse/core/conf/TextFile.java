package com.turanmart.lakehouse.core.conf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * A file of the configuration folder.
 *
 * @param shown how messages name it
 * @param parts its path under the folder
 */
record TextFile(Path path, String shown, Path parts) {
    private static final long LIMIT_BYTES = 1L << 20;

    /** A path as a person at the prompt would type it. */
    static String shown(Path path) {
        var here = Path.of("").toAbsolutePath();
        var absolute = path.toAbsolutePath().normalize();
        return (absolute.startsWith(here) ? here.relativize(absolute) : path).toString();
    }

    String name() {
        return parts.getFileName().toString();
    }

    String stem() {
        return name().substring(0, name().lastIndexOf('.'));
    }

    String folder() {
        var parent = parts.getParent();
        return parent == null ? "" : parent.toString();
    }

    /** Empty, and told, when it is no text of a sensible size. */
    Optional<String> text(Consumer<Problem> problems) {
        try {
            if (Files.size(path) > LIMIT_BYTES) {
                problems.accept(new Problem(shown, 0, "larger than 1 MB, expected a text that a person wrote"));
                return Optional.empty();
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString());
        } catch (CharacterCodingException e) {
            problems.accept(new Problem(shown, 0, "not a text in UTF-8"));
        } catch (IOException e) {
            problems.accept(new Problem(shown, 0, "cannot be read: " + e));
        }
        return Optional.empty();
    }

    /** All files under a folder, hidden ones left out, in the order of their names. */
    static List<TextFile> under(Path folder) {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(path -> new TextFile(path, shown(path), folder.relativize(path)))
                    .filter(file -> StreamSupport.stream(file.parts.spliterator(), false)
                            .noneMatch(part -> part.toString().startsWith(".")))
                    .sorted(Comparator.comparing(TextFile::shown))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
