package com.turanmart.lakehouse.laws;

import com.turanmart.lakehouse.pipeline.LibraryLoans;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** {@code lakehouse run} as a process of its own, which can be killed. */
final class LakehouseProcess {
    private LakehouseProcess() {}

    static Process start(LibraryLoans library, LocalDate date) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("..", "scripts", "jvm.options"),
                "-Xmx1g",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.turanmart.lakehouse.pipeline.cli.Lakehouse",
                "run",
                "--conf",
                library.conf().toString(),
                "--date",
                date.toString());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(library.root().resolveSibling("process.log").toFile());
        builder.environment().put("LAKEHOUSE_ROOT", library.root().toString());
        return builder.start();
    }
}
