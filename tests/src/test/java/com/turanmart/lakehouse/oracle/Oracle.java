package com.turanmart.lakehouse.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the marts must say, worked out by DuckDB. */
public final class Oracle implements AutoCloseable {
    private static final Path NOTHING = Path.of("target", "nothing-landed");

    private final Connection connection;

    private Oracle(Connection connection) {
        this.connection = connection;
    }

    /** From all that lies in a landing zone. */
    public static Oracle over(Path landing) {
        return of(landing, List.of());
    }

    /** From rows of silver that are put in by hand. */
    static Oracle of(String... rows) {
        return of(NOTHING, List.of(rows));
    }

    private static Oracle of(Path landing, List<String> rows) {
        try {
            var oracle = new Oracle(DriverManager.getConnection("jdbc:duckdb:"));
            oracle.execute("SET threads = 2");
            oracle.run("1-words");
            oracle.take(landing);
            oracle.execute(rows);
            oracle.run("3-bookings");
            oracle.run("4-finance_daily");
            oracle.run("5-customer_360");
            return oracle;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(Path landing) throws IOException, SQLException {
        var scratch = Files.createTempDirectory("landed");
        try {
            execute(new Landed(landing, scratch).statements());
            run("2-silver");
        } finally {
            try (var files = Files.walk(scratch)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The values of these columns, row by row. */
    public List<List<String>> rows(String table, List<String> columns) {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT " + String.join(", ", columns) + " FROM " + table)) {
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= columns.size(); column++) {
                    row.add(Value.text(result.getObject(column)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file named like the mart. */
    void write(Mart mart, Path folder) {
        try {
            execute("COPY " + mart.table() + " TO '" + file(mart, folder) + "' (FORMAT parquet)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path file(Mart mart, Path folder) {
        return folder.resolve(mart.table() + ".parquet");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String step) throws IOException, SQLException {
        try (var text = Oracle.class.getResourceAsStream("/oracle/" + step + ".sql")) {
            execute(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void execute(List<String> statements) throws SQLException {
        for (var statement : statements) {
            execute(statement);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
