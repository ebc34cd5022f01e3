package com.turanmart.lakehouse.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Archives of real files in the folder that {@code LAKEHOUSE_REALDATA} names; without it a test is skipped and says so. */
public final class RealData {
    private static final String FOLDER = "LAKEHOUSE_REALDATA";

    private RealData() {}

    /** The configuration with which files of an archive are taken in. */
    public static Path conf(String name) {
        return Path.of("src", "test", "resources", "realdata", name);
    }

    /** The files of an archive, below a folder that the caller owns: {@code dms_people} gives its folder of that name. */
    public static Path unpacked(String archive, Path into) throws IOException, InterruptedException {
        var folder = Optional.ofNullable(System.getenv(FOLDER)).map(Path::of);
        assumeTrue(folder.isPresent(), FOLDER + " does not name the folder of real files: the test is skipped");
        var packed = folder.orElseThrow().resolve(archive + ".tar.gz");
        assertThat(packed).as("an archive of " + FOLDER).isRegularFile();
        var log = Files.createTempFile(into, archive, ".log");
        var tar = new ProcessBuilder("tar", "-xzf", packed.toString(), "-C", into.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(tar.waitFor()).as(() -> "exit code of tar for " + packed).isZero();
        Files.delete(log);
        return into.resolve(archive);
    }
}
