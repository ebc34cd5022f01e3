package com.turanmart.lakehouse.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** How much may still be written to files of some names; Hadoop makes its file systems itself, so this is for all. */
public final class Space implements AutoCloseable {
    private static final AtomicReference<Optional<Space>> LIMIT = new AtomicReference<>(Optional.empty());

    private final Pattern paths;
    private final AtomicLong left;

    private Space(Pattern paths, long bytes) {
        this.paths = paths;
        left = new AtomicLong(bytes);
    }

    /** Until it is closed, only so many bytes go into all files whose path under the folder matches. */
    public static Space limit(Path folder, String regex, long bytes) {
        var space = new Space(Pattern.compile(Pattern.quote(folder + "/") + regex), bytes);
        LIMIT.set(Optional.of(space));
        return space;
    }

    /** Whether anything was refused. */
    public boolean ranOut() {
        return left.get() < 0;
    }

    static void take(String path, int count) throws IOException {
        var limit = LIMIT.get();
        if (limit.isPresent()
                && limit.get().paths.matcher(path).matches()
                && limit.get().left.addAndGet(-count) < 0) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void close() {
        LIMIT.set(Optional.empty());
    }
}
