package com.turanmart.lakehouse.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The landed files as views of text: a column for each name of a header, or one of JSON; no types, no versions. */
final class Landed {
    private static final String DMS = "Op,change_seq,updated_at";

    private final Path landing;
    private final Path scratch;

    /** {@code scratch} takes copies of files that DuckDB cannot decode. */
    Landed(Path landing, Path scratch) {
        this.landing = landing;
        this.scratch = scratch;
    }

    /** The statements that create schema {@code raw}. */
    List<String> statements() throws IOException {
        return List.of(
                "CREATE SCHEMA raw",
                csv(
                        "shop_orders",
                        DMS + ",order_id,customer_id,country,currency,status,channel,ordered_at,discount_minor"
                                + ",shipping_minor",
                        files("shop/orders", ".csv.gz")),
                csv(
                        "shop_order_lines",
                        DMS + ",order_id,line_no,product_id,quantity,unit_price_minor,discount_minor,tax_minor",
                        files("shop/order_lines", ".csv.gz")),
                csv(
                        "backoffice_refunds",
                        "refund_id,order_id,amount,currency,booked_at",
                        files("backoffice/refunds", ".csv")),
                content("backoffice_manifests", "read_text", files("backoffice/refunds", "manifest.json")),
                content("backoffice_files", "read_blob", files("backoffice/refunds", ".csv")),
                csv("catalogue_products", "product_id,category,unit_cost_usd", files("catalogue/products", ".csv")),
                csv("banks_fx_rates", "rate_date,currency,units_per_usd,published_at", files("banks/fx_rates", ".csv")),
                csv(
                        "crm_contacts",
                        "ContactID,Customer-No,E-Mail,Consent:E-Mail,Consent:Phone,#Tickets,Last-Contact",
                        decoded(files("crm/contacts", ".csv"))),
                json("gateway_payments", files("gateway/payments", ".jsonl")),
                json("courier_deliveries", files("courier/deliveries", ".jsonl")),
                json("app_click_events", files("app/click_events", ".jsonl.gz")),
                customers(files("shop/customers", ".parquet")));
    }

    /** Data files of a data set, by path; folders are dates. */
    private List<Path> files(String dataset, String suffix) throws IOException {
        var folder = landing.resolve(dataset);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(suffix))
                    .filter(file -> !file.getFileName().toString().matches("[_.].*"))
                    .sorted()
                    .toList();
        }
    }

    /** Files of one header are read together; a line of another width than its header is no record. */
    private static String csv(String name, String columns, List<Path> files) throws IOException {
        var byHeader = new TreeMap<String, List<Path>>();
        for (var file : files) {
            byHeader.computeIfAbsent(header(file), header -> new ArrayList<>()).add(file);
        }
        var parts = new ArrayList<String>();
        parts.add("SELECT " + texts(columns) + ", NULL::VARCHAR AS filename, NULL::DATE AS dt WHERE FALSE");
        byHeader.forEach((header, ofHeader) -> parts.add("(" + readCsv(header, ofHeader) + ")"));
        return view(name, String.join(" UNION ALL BY NAME ", parts));
    }

    private static String readCsv(String header, List<Path> files) {
        var delimiter = header.contains(";") ? ";" : ",";
        var read = readCsv(header, delimiter, files);
        // DuckDB lets lines pass whose surplus fields are empty. In the few files of the one sender that leaves fields
        // empty they are what a second reading finds that looks for one field more.
        return delimiter.equals(";")
                ? read + " EXCEPT ALL SELECT * EXCLUDE (surplus) FROM ("
                        + readCsv(header + delimiter + "surplus", delimiter, files) + ")"
                : read;
    }

    private static String readCsv(String header, String delimiter, List<Path> files) {
        var columns = Arrays.stream(header.split(delimiter, -1))
                .map(column -> quoted(column.strip()) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        return "SELECT * FROM read_csv(" + list(files) + ", columns = " + columns + ", delim = '" + delimiter
                + "', header = true, auto_detect = false, quote = '\"', escape = '\"', strict_mode = true,"
                + " ignore_errors = true, filename = true, hive_partitioning = true, hive_types = {'dt': DATE})";
    }

    private static String json(String name, List<Path> files) {
        var none = "SELECT NULL::JSON AS json, NULL::DATE AS dt WHERE FALSE";
        return view(
                name,
                files.isEmpty()
                        ? none
                        : "SELECT json, dt FROM read_json_objects(" + list(files)
                                + ", format = 'newline_delimited', ignore_errors = true, hive_partitioning = true)"
                                + " WHERE json IS NOT NULL");
    }

    private static String content(String name, String function, List<Path> files) {
        var type = function.equals("read_blob") ? "BLOB" : "VARCHAR";
        return view(
                name,
                files.isEmpty()
                        ? "SELECT NULL::VARCHAR AS filename, NULL::" + type + " AS content WHERE FALSE"
                        : "SELECT filename, content FROM " + function + "(" + list(files) + ")");
    }

    /** A list without its mark is not there yet. */
    private static String customers(List<Path> files) {
        var marked = files.stream()
                .filter(file -> Files.exists(file.resolveSibling("_SUCCESS")))
                .toList();
        return view(
                "shop_customers",
                "SELECT NULL::BIGINT AS customer_id, NULL::VARCHAR AS country, NULL::VARCHAR AS city,"
                        + " NULL::BOOLEAN AS consent, NULL::TIMESTAMPTZ AS created_at, NULL::VARCHAR AS email,"
                        + " NULL::DATE AS dt WHERE FALSE"
                        + (marked.isEmpty()
                                ? ""
                                : " UNION ALL SELECT customer_id, country, city, consent, created_at, email, dt"
                                        + " FROM read_parquet(" + list(marked)
                                        + ", hive_partitioning = true, hive_types = {'dt': DATE})"));
    }

    /** The same files in UTF-8 with one kind of line break, in folders of the same names. */
    private List<Path> decoded(List<Path> files) throws IOException {
        var copies = new ArrayList<Path>();
        for (var file : files) {
            var copy = scratch.resolve(landing.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            copies.add(Files.writeString(copy, text(Files.readAllBytes(file)).replaceAll("\r\n?", "\n")));
        }
        return copies;
    }

    private static String text(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        return new String(bytes, Charset.forName("windows-1251"));
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String header(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try (var lines = new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8))) {
            return lines.readLine();
        }
    }

    private static String view(String name, String query) {
        return "CREATE VIEW raw." + name + " AS " + query;
    }

    private static String texts(String columns) {
        return Arrays.stream(columns.split(","))
                .map(column -> "NULL::VARCHAR AS \"" + column + "\"")
                .collect(Collectors.joining(", "));
    }

    private static String list(List<Path> files) {
        return files.stream().map(file -> quoted(file.toString())).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
