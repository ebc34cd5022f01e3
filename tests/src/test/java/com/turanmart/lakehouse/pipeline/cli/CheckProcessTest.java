package com.turanmart.lakehouse.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.ManyMistakes;
import com.turanmart.lakehouse.core.conf.SoundFolder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} as a process of its own: in this one other tests have started Spark. */
class CheckProcessTest {
    @Test
    void tellsAllProblemsAndStartsNoSpark(@TempDir Path path) throws Exception {
        var folder = ManyMistakes.plant(new SoundFolder(path.resolve("conf")));
        var classes = path.resolve("classes");
        var err = path.resolve("err");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + Path.of("..", "scripts", "jvm.options"),
                        "-Xlog:class+load:file=" + classes,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lakehouse.class.getName(),
                        "check",
                        "--conf",
                        folder.path().toString())
                .redirectError(err.toFile())
                .redirectOutput(new File("/dev/null"))
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(Files.readString(err))
                .contains(ManyMistakes.PROBLEMS.get(13) + "\n14 problems in the configuration; nothing was started.\n");
        assertThat(Files.readString(classes))
                .contains("org.apache.spark.sql.catalyst.parser.AstBuilder ")
                .doesNotContain("org.apache.spark.SparkEnv ", "org.apache.spark.sql.SparkSession ");
    }
}
