package com.turanmart.lakehouse.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs of this class path, each in a Java of its own, started as scripts/lakehouse does it. */
final class Processes {
    private final Path site;
    private final Path output;
    private final Path jobs;

    Processes(Path folder) throws IOException {
        site = Files.createDirectories(folder.resolve("site"));
        output = folder.resolve("output");
        jobs = folder.resolve("jobs");
        // The tests' own disk is none to be timed on.
        Files.writeString(site.resolve("core-site.xml"), "<configuration/>");
    }

    /** Runs one to its end; throws with the end of what it said when that is no good one. */
    Cost run(int gigabytes, String main, Map<String, String> environment, Object... arguments)
            throws IOException, InterruptedException {
        Files.deleteIfExists(jobs);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("..", "scripts", "jvm.options"),
                "-Xmx" + gigabytes + "g",
                "-XX:+UseParallelGC",
                "-XX:-UsePerfData"));
        command.addAll(List.of(SparkJobs.options(jobs)));
        command.addAll(List.of("-cp", site + File.pathSeparator + classPath(), main));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var cost = Watched.process(builder);
        if (cost.isEmpty()) {
            var lines = Files.readAllLines(output);
            var end = lines.subList(Math.max(0, lines.size() - 30), lines.size());
            throw new IllegalStateException(main + " has not ended well:\n" + String.join("\n", end));
        }
        return cost.get().withJobs(SparkJobs.in(jobs));
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
