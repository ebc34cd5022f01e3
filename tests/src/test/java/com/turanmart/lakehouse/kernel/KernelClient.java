package com.turanmart.lakehouse.kernel;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;

/** Delta Kernel in a process of its own: it needs a newer Parquet than Spark, and no Spark. */
public final class KernelClient {
    private static final Path JARS = Path.of("target", "tools", "kernel");

    private KernelClient() {}

    /** What Kernel sees at these paths, as text. */
    public static List<String> read(List<Path> tables) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                JARS.toAbsolutePath() + "/*" + File.pathSeparator
                        + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KernelTable.class.getName()));
        tables.forEach(table -> command.add(table.toAbsolutePath().toString()));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("Delta Kernel ended with " + process.exitValue());
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same text for what Spark sees. */
    public static String asSparkSees(Dataset<Row> table) {
        var decimals = Arrays.stream(table.schema().fields())
                .filter(field -> field.dataType() instanceof DecimalType)
                .map(StructField::name)
                .toList();
        var sums = table.agg(
                        functions.count("*"),
                        decimals.stream().map(functions::sum).toArray(Column[]::new))
                .first();
        var byName = new TreeMap<String, BigDecimal>();
        for (var i = 0; i < decimals.size(); i++) {
            byName.put(decimals.get(i), sums.getDecimal(i + 1));
        }
        return new KernelTable(sums.getLong(0), byName).toString();
    }
}
