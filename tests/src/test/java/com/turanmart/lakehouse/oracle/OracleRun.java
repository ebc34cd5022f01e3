package com.turanmart.lakehouse.oracle;

import java.nio.file.Path;

/** The oracle as a job of its own: landing files in, a Parquet file for each mart out. */
public final class OracleRun {
    private OracleRun() {}

    public static void main(String[] arguments) {
        try (var oracle = Oracle.over(Path.of(arguments[0]))) {
            for (var mart : Mart.ALL) {
                oracle.write(mart, Path.of(arguments[1]));
            }
        }
    }
}
