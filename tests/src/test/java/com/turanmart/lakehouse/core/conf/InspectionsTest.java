package com.turanmart.lakehouse.core.conf;

import static com.turanmart.lakehouse.core.conf.SoundFolder.BRONZE;
import static com.turanmart.lakehouse.core.conf.SoundFolder.GOLD;
import static com.turanmart.lakehouse.core.conf.SoundFolder.LOCAL;
import static com.turanmart.lakehouse.core.conf.SoundFolder.SILVER;
import static com.turanmart.lakehouse.core.conf.SoundFolder.SQL;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.inspection.Cycles;
import com.turanmart.lakehouse.core.inspection.DeliveryForm;
import com.turanmart.lakehouse.core.inspection.DialectForm;
import com.turanmart.lakehouse.core.inspection.FileNames;
import com.turanmart.lakehouse.core.inspection.FixedFields;
import com.turanmart.lakehouse.core.inspection.Groups;
import com.turanmart.lakehouse.core.inspection.HistoryRules;
import com.turanmart.lakehouse.core.inspection.Inputs;
import com.turanmart.lakehouse.core.inspection.LandingForm;
import com.turanmart.lakehouse.core.inspection.NarrowedInputs;
import com.turanmart.lakehouse.core.inspection.PersonalColumns;
import com.turanmart.lakehouse.core.inspection.QuarantineRules;
import com.turanmart.lakehouse.core.inspection.SentForms;
import com.turanmart.lakehouse.core.inspection.SentTypes;
import com.turanmart.lakehouse.core.inspection.SilverColumns;
import com.turanmart.lakehouse.core.inspection.SilverKeys;
import com.turanmart.lakehouse.core.inspection.SparkSettings;
import com.turanmart.lakehouse.core.inspection.SqlFiles;
import com.turanmart.lakehouse.core.inspection.SqlGrain;
import com.turanmart.lakehouse.core.inspection.SqlQueries;
import com.turanmart.lakehouse.core.inspection.SqlRules;
import com.turanmart.lakehouse.core.inspection.TextForm;
import com.turanmart.lakehouse.core.inspection.TouchedUnits;
import com.turanmart.lakehouse.core.inspection.WriteModes;
import com.turanmart.lakehouse.core.inspection.ZonePlaces;
import com.turanmart.lakehouse.quality.RuleTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every inspection sees the mistake that it is there for, at its line, in these words, and sees it once. */
class InspectionsTest {
    record Planted(Class<? extends Inspection> inspection, Consumer<SoundFolder> mistake, List<String> problems) {
        @Override
        public String toString() {
            return inspection.getSimpleName() + ": " + problems;
        }
    }

    @ParameterizedTest
    @MethodSource("planted")
    void tellsAPlantedMistakeOnce(Planted planted, @TempDir Path path) {
        var folder = new SoundFolder(path);
        planted.mistake.accept(folder);

        var problems = folder.problems();

        assertThat(problems).containsExactlyElementsOf(planted.problems);
    }

    @Test
    void everyInspectionHasAPlantedMistake() {
        var inspections = ServiceLoader.load(Inspection.class).stream()
                .map(ServiceLoader.Provider::type)
                .collect(Collectors.toSet());

        assertThat(planted().map(Planted::inspection).collect(Collectors.toSet()))
                .hasSizeGreaterThan(10)
                .isEqualTo(inspections);
    }

    private static Planted in(
            Class<? extends Inspection> inspection, String file, String text, String replacement, String... problems) {
        return new Planted(inspection, folder -> folder.replace(file, text, replacement), List.of(problems));
    }

    static Stream<Planted> planted() {
        return Stream.of(
                        files(),
                        bronze(),
                        deliveries(),
                        silverColumns(),
                        silverKeys(),
                        sentForms(),
                        personal(),
                        writeModes(),
                        inputs(),
                        sql(),
                        marts(),
                        touched(),
                        zones(),
                        settings(),
                        rules(),
                        sqlRules(),
                        historyRules())
                .flatMap(planted -> planted);
    }

    private static Stream<Planted> files() {
        return Stream.of(
                in(
                        FileNames.class,
                        SILVER,
                        "table: silver.orders",
                        "table: silver.ordres",
                        "tables/silver/orders.yaml:1: 'silver.ordres' lies in a file named 'orders', expected 'ordres.yaml'"),
                new Planted(
                        FileNames.class,
                        folder -> folder.write("tables/silver/orders_2.yaml", folder.text(SILVER)),
                        List.of(
                                "tables/silver/orders_2.yaml:1: duplicate table 'silver.orders', declared in tables/silver/orders.yaml as well")));
    }

    private static Stream<Planted> deliveries() {
        var place = "tables/bronze/shop_orders.yaml:9: ";
        return Stream.of(
                completeWhen(
                        "{kind: marker, name: done/_SUCCESS}",
                        place + "invalid 'name': found 'done/_SUCCESS', expected a name without '/', in the folder of"
                                + " the files"),
                completeWhen(
                        "{kind: marker, name: \"{date}.done\"}",
                        place + "invalid 'name': found '{date}.done', expected it without {date}, the folder tells the"
                                + " day"),
                new Planted(
                        DeliveryForm.class,
                        folder -> completeWhen(folder, "{kind: manifest, name: \"*.json\"}")
                                .replace(BRONZE, "dt={date}/*", "{date}-*"),
                        List.of(place + "invalid 'name': found '*.json', expected exactly one {date}, the folder does"
                                + " not tell the day")),
                completeWhen(
                        "{kind: manifest, name: \"*.m\", form: {kind: csv, delimiter: tab}}",
                        place + "invalid 'delimiter': found 'tab', expected one character"),
                completeWhen(
                        "{kind: manifest, name: \"*.m\", form: {kind: csv, totals: {control: discount_minr}}}",
                        place + "control total 'control' is the sum of 'discount_minr', which is no column of the"
                                + " table. Did you mean 'discount_minor'?"));
    }

    private static Planted completeWhen(String yaml, String problem) {
        return new Planted(DeliveryForm.class, folder -> completeWhen(folder, yaml), List.of(problem));
    }

    private static SoundFolder completeWhen(SoundFolder folder, String yaml) {
        return folder.replace(BRONZE, "columns: [", "  complete_when: " + yaml + "\ncolumns: [");
    }

    private static Stream<Planted> bronze() {
        return Stream.of(
                in(
                        LandingForm.class,
                        BRONZE,
                        "dt={date}/",
                        "",
                        "tables/bronze/shop_orders.yaml:5: invalid 'path': found 'shop/orders/*.csv.gz', expected exactly one {date}"),
                in(
                        LandingForm.class,
                        BRONZE,
                        "dt={date}",
                        "{date}/{date}",
                        "tables/bronze/shop_orders.yaml:5: invalid 'path': found 'shop/orders/{date}/{date}/*.csv.gz', expected exactly one {date}"),
                in(
                        LandingForm.class,
                        BRONZE,
                        "shop/orders",
                        "../orders",
                        "tables/bronze/shop_orders.yaml:5: invalid 'path': found '../orders/dt={date}/*.csv.gz', expected a path without '..'"),
                in(
                        LandingForm.class,
                        BRONZE,
                        "shop/orders",
                        "/shop/orders",
                        "tables/bronze/shop_orders.yaml:5: invalid 'path': found '/shop/orders/dt={date}/*.csv.gz', expected a path under the landing zone"),
                in(
                        LandingForm.class,
                        BRONZE,
                        "shop/orders",
                        "s3a://shop/orders",
                        "tables/bronze/shop_orders.yaml:5: invalid 'path': found 's3a://shop/orders/dt={date}/*.csv.gz', expected a path under the landing zone"),
                in(
                        LandingForm.class,
                        BRONZE,
                        "shop/orders",
                        "*",
                        "tables/bronze/shop_orders.yaml:5: missing key 'source': no folder at the start of '*/dt={date}/*.csv.gz' names the system"),
                in(
                        LandingForm.class,
                        BRONZE,
                        ".csv.gz",
                        ".tar.gz",
                        "tables/bronze/shop_orders.yaml:5: invalid 'path': found 'shop/orders/dt={date}/*.tar.gz', expected files that are plain or named .gz, .bz2, .zst or .zstd"),
                in(
                        LandingForm.class,
                        BRONZE,
                        ".csv.gz",
                        ".ZIP",
                        "tables/bronze/shop_orders.yaml:5: invalid 'path': found 'shop/orders/dt={date}/*.ZIP', expected files that are plain or named .gz, .bz2, .zst or .zstd"),
                text(
                        "{kind: csv, delimiter: \"\\n\"}",
                        "invalid 'delimiter': found a line break, expected other characters"),
                text(
                        "{kind: csv, delimiter: ';', quote: ';'}",
                        "invalid 'quote': found ';', expected one character that begins no delimiter, or none"),
                text(
                        "{kind: csv, quote: no}",
                        "invalid 'quote': found 'no', expected one character that begins no delimiter, or none"),
                text(
                        "{kind: csv, escape: ','}",
                        "invalid 'escape': found ',', expected one character that begins no delimiter"),
                text(
                        "{kind: csv, escape: '\"'}",
                        "invalid 'escape': found the quote, which is doubled without this key; expected another character"),
                text(
                        "{kind: csv, encoding: windows-1252x}",
                        "invalid 'encoding': found 'windows-1252x', not a known character set. Did you mean 'windows-1252'?"),
                text(
                        "{kind: json_lines, encoding: Russian}",
                        "invalid 'encoding': found 'Russian', expected a character set like UTF-8 or windows-1251"),
                text(
                        "{kind: json, encoding: '?'}",
                        "invalid 'encoding': found '?', expected a character set like UTF-8 or windows-1251"),
                in(
                        DialectForm.class,
                        BRONZE,
                        "dialect: dms",
                        "dialect: canal",
                        "tables/bronze/shop_orders.yaml:7: invalid 'dialect': found 'canal' for files of format csv, expected json_lines or json"),
                in(
                        DialectForm.class,
                        BRONZE,
                        "format: csv",
                        "format: orc",
                        "tables/bronze/shop_orders.yaml:7: invalid 'dialect': found 'dms' for files of format orc, expected plain"),
                in(
                        SentTypes.class,
                        BRONZE,
                        "quality:",
                        "types: {order_id: bigint}\nquality:",
                        "tables/bronze/shop_orders.yaml:10: invalid 'types': values of this format are text and stay text, expected no such key"),
                new Planted(
                        SentTypes.class,
                        folder -> {
                            folder.replace(BRONZE, "format: csv", "format: parquet");
                            folder.replace(BRONZE, "  dialect: dms\n", "");
                            folder.replace(BRONZE, "quality:", "types: {orderid: bigint}\nquality:");
                        },
                        List.of(
                                "tables/bronze/shop_orders.yaml:9: unknown column 'orderid' of bronze.shop_orders in 'types'. Did you mean 'order_id'?")),
                in(
                        FixedFields.class,
                        BRONZE,
                        "format: csv",
                        "format: {kind: fixed_width, fields: {order_id: {start: 1, length: 8},"
                                + " country: {start: 9, length: 2}, updated: {start: 11, length: 19}}}",
                        "tables/bronze/shop_orders.yaml:6: missing place of column 'discount_minor', expected its start and length",
                        "tables/bronze/shop_orders.yaml:6: unknown column 'updated'. Did you mean 'updated_at'?"),
                in(
                        QuarantineRules.class,
                        BRONZE,
                        "block:",
                        "quarantine:",
                        "tables/bronze/shop_orders.yaml:11: 'quarantine' in a table of bronze, expected in silver tables that are typed from bronze; 'block' and 'warn' are possible here"));
    }

    private static Planted text(String format, String problem) {
        return in(
                TextForm.class,
                BRONZE,
                "format: csv",
                "format: " + format,
                "tables/bronze/shop_orders.yaml:6: " + problem);
    }

    private static Stream<Planted> silverColumns() {
        return Stream.of(
                in(
                        SilverColumns.class,
                        SILVER,
                        "- {name: country,",
                        "- {name: Country, from: country, type: string}\n  - {name: country,",
                        "tables/silver/orders.yaml:10: duplicate column 'country'"),
                in(
                        SilverColumns.class,
                        SILVER,
                        "from: country",
                        "from: contry",
                        "tables/silver/orders.yaml:9: unknown column 'contry' of bronze.shop_orders in 'from'. Did you mean 'country'?"),
                in(
                        SilverColumns.class,
                        SILVER,
                        "from: country, ",
                        "",
                        "tables/silver/orders.yaml:9: found neither of 'from' and 'expr', expected one of them"),
                in(
                        SilverColumns.class,
                        SILVER,
                        "from: country",
                        "from: country, expr: upper(country)",
                        "tables/silver/orders.yaml:9: found both of 'from' and 'expr', expected one of them"),
                in(
                        SilverColumns.class,
                        SILVER,
                        "to_date(updated_at)",
                        "to_date(update_at)",
                        "tables/silver/orders.yaml:10: unknown column 'update_at' of silver.orders in 'expr'. Did you mean 'updated_at'?"),
                in(
                        SilverColumns.class,
                        SILVER,
                        "to_date(updated_at)",
                        "'to_date(updated_at'",
                        "tables/silver/orders.yaml:10: invalid 'expr': syntax error at or near end of input: missing ')'"),
                in(
                        SilverColumns.class,
                        SILVER,
                        "to_date(updated_at)",
                        "'(SELECT 1)'",
                        "tables/silver/orders.yaml:10: invalid 'expr': a subquery is not possible in an expression over one row"),
                in(
                        SilverColumns.class,
                        SILVER,
                        "minor_digits: 2",
                        "minor_digits: 3",
                        "tables/silver/orders.yaml:11: invalid 'minor_digits': found '3' for decimal(18,2), expected a decimal with as many digits after its point"),
                in(
                        SilverColumns.class,
                        SILVER,
                        "\"decimal(18,2)\"",
                        "bigint",
                        "tables/silver/orders.yaml:11: invalid 'minor_digits': found '2' for bigint, expected a decimal with as many digits after its point"));
    }

    private static Stream<Planted> silverKeys() {
        return Stream.of(
                in(
                        SilverKeys.class,
                        SILVER,
                        "grain: [order_id]",
                        "grain: [ordr_id]",
                        "tables/silver/orders.yaml:5: unknown column 'ordr_id' of silver.orders in 'grain'. Did you mean 'order_id'?"),
                in(
                        SilverKeys.class,
                        SILVER,
                        "latest_by: [updated_at",
                        "latest_by: [update_at",
                        "tables/silver/orders.yaml:13: unknown column 'update_at' of silver.orders in 'latest_by'. Did you mean 'updated_at'?"),
                in(
                        SilverKeys.class,
                        SILVER,
                        "_op = 'D'",
                        "_opp = 'D'",
                        "tables/silver/orders.yaml:14: unknown column '_opp' of silver.orders in 'delete_when'. Did you mean '_op'?"),
                in(
                        SilverKeys.class,
                        SILVER,
                        "_op = 'D'",
                        "_op = = 'D'",
                        "tables/silver/orders.yaml:14: invalid 'delete_when': syntax error at or near '='"));
    }

    private static Stream<Planted> sentForms() {
        return Stream.of(
                written("string", "{zone: Asia/Tashkent}", "'zone' says nothing of a string"),
                written("bigint", "{true_values: [\"1\"]}", "'true_values' says nothing of a bigint"),
                written(
                        "boolean",
                        "{true_values: [\"1\"], false_values: [\"1\"]}",
                        "a text stands for true and for false, expected one of them"),
                written(
                        "boolean",
                        "{null_values: [\"true\"]}",
                        "a text stands for no value and for true or false, expected one of them"),
                written("bigint", "{grouping: point}", "'grouping' and 'decimal_sign' are the same sign, expected two"),
                written(
                        "date",
                        "{patterns: [epoch_millis]}",
                        "pattern 'epoch_millis' gives an instant, expected one that gives a date"),
                written(
                        "timestamp_ntz",
                        "{patterns: [\"yyyy-MM-dd HH:mm XXX\"]}",
                        "pattern 'yyyy-MM-dd HH:mm XXX' gives an instant, expected one that gives a timestamp_ntz"),
                written("timestamp", "{patterns: [dd.MM.yyyy]}", "pattern 'dd.MM.yyyy' does not say the time of day"),
                written(
                        "string",
                        "{normalise: {kind: phone, calling_code: \"+998\", national_digits: 9}}",
                        "a calling code has one to three digits and no 0 before them, a trunk prefix digits only"),
                written(
                        "date",
                        "{patterns: [dd.MM.yy]}",
                        "invalid 'patterns': found 'dd.MM.yy', expected yyyy: two digits do not say the century"),
                written(
                        "date",
                        "{patterns: [yyyy-mm-dd]}",
                        "invalid 'patterns': found 'yyyy-mm-dd', expected year, month and day, such as dd.MM.yyyy HH:mm, or one of iso, epoch_micros, epoch_millis, epoch_seconds"),
                in(
                        SentForms.class,
                        SILVER,
                        "from: country, type: string",
                        "from: country, type: \"map<int,string>\"",
                        "tables/silver/orders.yaml:9: invalid 'type': found 'map<int, string>', expected one of boolean, tinyint, smallint, int, bigint, float, double, decimal, string, binary, date, timestamp, timestamp_ntz, or an array, struct or map of them with string keys"),
                in(
                        SentForms.class,
                        SILVER,
                        "expr: to_date(updated_at), type: date",
                        "expr: to_date(updated_at), type: date, written: {trim: true}",
                        "tables/silver/orders.yaml:10: 'written' of an expression, expected with 'from' only"),
                in(
                        SilverColumns.class,
                        SILVER,
                        "grain: [order_id]",
                        "explode: contry\ngrain: [order_id]",
                        "tables/silver/orders.yaml:5: unknown column 'contry' of bronze.shop_orders in 'explode'. Did you mean 'country'?"));
    }

    private static Planted written(String type, String written, String problem) {
        return in(
                problem.startsWith("invalid 'patterns'") ? SilverColumns.class : SentForms.class,
                SILVER,
                "from: country, type: string",
                "from: country, type: " + type + ", written: " + written,
                "tables/silver/orders.yaml:9: " + problem);
    }

    private static Stream<Planted> personal() {
        return Stream.of(
                personal("bigint", "mask", "invalid 'privacy': found mask of a bigint, expected a string"),
                personal(
                        "double",
                        "{kind: pseudonym, secret: {kind: env, name: LAKEHOUSE_SECRET_KEY}, domain: d}",
                        "invalid 'privacy': found pseudonym of a double, expected a string, a date or a whole number"),
                personal(
                        "int",
                        "{kind: generalise, to: year}",
                        "invalid 'privacy': found generalise of a int, expected a date or timestamp"),
                personal(
                        "int",
                        "{kind: generalise, to: band}",
                        "invalid 'privacy': found generalise of a int, expected a whole number or decimal with a width of at least 1"),
                personal(
                        "string",
                        "{kind: pseudonym, secret: {kind: env, name: hunter2}, domain: d}",
                        "invalid 'secret': expected the name of an environment variable in capitals, such as LAKEHOUSE_SECRET_PSEUDONYMS"),
                personal(
                        "string",
                        "{kind: pseudonym, secret: {kind: env, name: LAKEHOUSE_KEY}, domain: d}",
                        "invalid 'secret': expected the name of an environment variable in capitals, such as LAKEHOUSE_SECRET_PSEUDONYMS"),
                personal(
                        "string",
                        "{kind: pseudonym, secret: {kind: file, path: key}, domain: d}",
                        "invalid 'secret': expected the path of a file from the root of the machine"),
                personal(
                        "string",
                        "{kind: pseudonym, secret: hunter2hunter2, domain: d}",
                        "a secret in clear text, it looks like a password or key. Take it out, replace it where it is valid, and hand it over by the environment"),
                personal(
                        "string",
                        "{kind: harmless, because: x}",
                        "invalid 'privacy': found harmless of a column with 'from', expected an 'expr'"),
                in(
                        PersonalColumns.class,
                        SILVER,
                        "type: bigint, required: true",
                        "type: bigint, required: true, privacy: {kind: generalise, to: band, width: 10}",
                        "tables/silver/orders.yaml:7: 'order_id' is in the grain, expected a pseudonym without twin; keep the clear value in a column of its own"),
                in(
                        PersonalColumns.class,
                        SILVER,
                        "from: updated_at, type: timestamp",
                        "from: updated_at, type: timestamp, privacy: {kind: generalise, to: year}",
                        "tables/silver/orders.yaml:8: 'updated_at' is in 'latest_by', expected no personal column there",
                        "tables/silver/orders.yaml:10: 'business_date' is made from 'updated_at', which is personal, expected 'privacy' here too"),
                in(
                        PersonalColumns.class,
                        SILVER,
                        "  - {name: country, from: country, type: string}",
                        "  - {name: land, from: country.name, type: string, privacy: drop}\n  - {name: country, from: country, type: string}",
                        "tables/silver/orders.yaml:10: 'country' holds in clear what is personal in 'land', expected 'privacy' here too"),
                withMaskedCountry(
                        "_op = 'D'",
                        "_op = 'D' OR country = 'x'",
                        "tables/silver/orders.yaml:14: 'delete_when' speaks of 'country', expected no personal column"));
    }

    private static Planted personal(String type, String privacy, String problem) {
        return in(
                PersonalColumns.class,
                SILVER,
                "from: country, type: string",
                "from: country, type: " + type + ", privacy: " + privacy,
                "tables/silver/orders.yaml:9: " + problem);
    }

    private static Planted withMaskedCountry(String text, String replacement, String problem) {
        return new Planted(
                PersonalColumns.class,
                folder -> folder.replace(
                                SILVER, "from: country, type: string", "from: country, type: string, privacy: mask")
                        .replace(SILVER, text, replacement),
                List.of(problem));
    }

    private static Stream<Planted> writeModes() {
        var noTime = " where a time is needed, expected a column that is a required date or timestamp";
        return Stream.of(
                writes(
                        "{mode: append, time: updated_at, within_days: 3}",
                        "tables/silver/orders.yaml:12: invalid 'time': found 'updated_at'" + noTime),
                writes(
                        "{mode: append, time: update_at, within_days: 3}",
                        "tables/silver/orders.yaml:12: unknown column 'update_at' of silver.orders in 'time'. Did you mean 'updated_at'?"),
                writes(
                        "{mode: snapshot, scope: [country]}",
                        "tables/silver/orders.yaml:12: invalid 'scope': found 'country', expected a column of the grain. Known: order_id"),
                writes(
                        "{mode: cdc, latest_by: []}",
                        "tables/silver/orders.yaml:12: invalid 'latest_by': found an empty list, expected at least one"),
                writes(
                        "{latest_by: [updated_at], history: true}",
                        "tables/silver/orders.yaml:12: invalid 'latest_by': found 'updated_at'" + noTime),
                writes(
                        "{mode: cdc, history: true}",
                        "tables/silver/orders.yaml:12: invalid 'latest_by': found '_sequence'" + noTime),
                new Planted(
                        WriteModes.class,
                        folder -> write(folder, "{mode: snapshot, history: true}")
                                .replace(SILVER, "country", "current")
                                .replace(BRONZE, "country", "current")
                                .replace(GOLD, "country", "current")
                                .replace(SQL, "country", "current"),
                        List.of(
                                "tables/silver/orders.yaml:12: column 'current' is a column of its history too, expected another name")),
                new Planted(
                        WriteModes.class,
                        folder -> write(folder, "{mode: snapshot, history: true}")
                                .write(
                                        "tables/silver/orders_history.yaml",
                                        folder.text(SILVER)
                                                .replace("silver.orders", "silver.orders_history")
                                                .replace("history: true", "history: false")),
                        List.of(
                                "tables/silver/orders_history.yaml:1: 'silver.orders_history' is the history of 'silver.orders', expected another name")));
    }

    private static Planted writes(String write, String problem) {
        return new Planted(WriteModes.class, folder -> write(folder, write), List.of(problem));
    }

    private static SoundFolder write(SoundFolder folder, String write) {
        return folder.replace(
                SILVER,
                "write:\n  latest_by: [updated_at, _sequence]\n  delete_when: \"_op = 'D'\"",
                "write: " + write);
    }

    @Test
    void aMartCanReadAHistoryByTheColumnsThatItHas(@TempDir Path path) {
        var folder = write(new SoundFolder(path), "{mode: snapshot, history: true}")
                .replace(GOLD, "silver.orders", "silver.orders_history")
                .replace(GOLD, "silver.orders_history: business_date", "silver.orders_history: valid_from")
                .replace(SQL, "silver.orders", "silver.orders_history");
        assertThat(folder.problems()).isEmpty();

        folder.replace(GOLD, "silver.orders_history: valid_from", "silver.orders_history: valid_form");

        assertThat(folder.problems())
                .containsExactly(
                        "tables/gold/sales_daily.yaml:9: unknown column 'valid_form' of silver.orders_history in 'touched.silver.orders_history'. Did you mean 'valid_from'?");
    }

    private static Stream<Planted> inputs() {
        return Stream.of(
                in(
                        Inputs.class,
                        SILVER,
                        "inputs: [bronze.shop_orders]",
                        "inputs: [bronze.shop_order]",
                        "tables/silver/orders.yaml:4: unknown table 'bronze.shop_order' in 'inputs'. Did you mean 'bronze.shop_orders'?"),
                in(
                        Inputs.class,
                        GOLD,
                        "inputs: [silver.orders]",
                        "inputs: [silver.order]",
                        "tables/gold/sales_daily.yaml:5: unknown table 'silver.order' in 'inputs'. Did you mean 'silver.orders'?"),
                new Planted(
                        Inputs.class,
                        folder -> folder.replace(
                                        GOLD, "inputs: [silver.orders]", "inputs: [silver.orders, bronze.shop_orders]")
                                .replace(
                                        GOLD,
                                        "silver.orders: business_date",
                                        "silver.orders: business_date\n  bronze.shop_orders: country")
                                .replace(
                                        SQL,
                                        "FROM counted",
                                        "FROM counted LEFT JOIN bronze.shop_orders USING (country)"),
                        List.of(
                                "tables/gold/sales_daily.yaml:5: 'gold.sales_daily' cannot read 'bronze.shop_orders': a mart reads silver tables and marts")),
                in(
                        Inputs.class,
                        SILVER,
                        "inputs: [bronze.shop_orders]",
                        "inputs: [gold.sales_daily]",
                        "tables/silver/orders.yaml:4: 'silver.orders' cannot read 'gold.sales_daily': a silver table reads a bronze table"),
                new Planted(
                        Inputs.class,
                        folder -> folder.write(
                                        "tables/bronze/other.yaml",
                                        folder.text(BRONZE).replace("bronze.shop_orders", "bronze.other"))
                                .replace(SILVER, "[bronze.shop_orders]", "[bronze.shop_orders, bronze.other]"),
                        List.of(
                                "tables/silver/orders.yaml:4: invalid 'inputs': found 2 tables, a silver table reads exactly one")),
                new Planted(
                        Inputs.class,
                        folder -> restrictedTwin(folder)
                                .replace(GOLD, "inputs: [silver.orders]", "inputs: [silver.orders, restricted.people]")
                                .replace(
                                        GOLD,
                                        "silver.orders: business_date",
                                        "silver.orders: business_date\n  restricted.people: business_date")
                                .replace(SQL, "FROM counted", "FROM counted JOIN restricted.people USING (country)"),
                        List.of(
                                "tables/gold/sales_daily.yaml:5: 'gold.sales_daily' cannot read 'restricted.people': what is made from clear personal data lies in restricted too")),
                new Planted(
                        Cycles.class,
                        folder -> folder.write(
                                        "tables/gold/twin.yaml",
                                        folder.text(GOLD)
                                                .replace("gold.sales_daily", "gold.twin")
                                                .replace("silver.orders", "gold.sales_daily"))
                                .write(
                                        "sql/gold/twin.sql",
                                        folder.text(SQL).replace("silver.orders", "gold.sales_daily"))
                                .replace(GOLD, "silver.orders", "gold.twin")
                                .replace(SQL, "silver.orders", "gold.twin"),
                        List.of(
                                "tables/gold/sales_daily.yaml:5: tables that need each other: gold.sales_daily reads gold.twin reads gold.sales_daily")),
                new Planted(
                        Cycles.class,
                        folder -> silverBySql(folder)
                                .replace("tables/silver/sales_of_day.yaml", "silver.orders", "silver.sales_of_day")
                                .replace("sql/silver/sales_of_day.sql", "silver.orders", "silver.sales_of_day"),
                        List.of(
                                "tables/silver/sales_of_day.yaml:4: tables that need each other: silver.sales_of_day reads silver.sales_of_day")),
                new Planted(
                        Cycles.class,
                        folder -> overMart(
                                overMart(folder, "gold.other", "gold.sales_daily", "other"),
                                "gold.third",
                                "gold.other",
                                "finance"),
                        List.of(
                                "tables/gold/sales_daily.yaml:4: groups that need each other: finance reads other reads finance, expected one of them to be published before the others")));
    }

    private static SoundFolder overMart(SoundFolder folder, String mart, String input, String group) {
        return folder.write(
                        "tables/" + mart.replace('.', '/') + ".yaml",
                        folder.text(GOLD)
                                .replace("gold.sales_daily", mart)
                                .replace("silver.orders", input)
                                .replace("group: finance", "group: " + group))
                .write(
                        "sql/" + mart.replace('.', '/') + ".sql",
                        folder.text(SQL).replace("silver.orders", input));
    }

    private static SoundFolder restrictedTwin(SoundFolder folder) {
        return folder.write(
                        "tables/gold/people.yaml",
                        folder.text(GOLD)
                                .replace("gold.sales_daily", "restricted.people")
                                .replace("group: finance", "group: people"))
                .write("sql/gold/people.sql", folder.text(SQL));
    }

    private static Stream<Planted> sql() {
        return Stream.of(
                new Planted(
                        SqlFiles.class,
                        folder -> folder.delete(SQL),
                        List.of(
                                "tables/gold/sales_daily.yaml:1: missing SQL of the table, expected sql/gold/sales_daily.sql")),
                new Planted(
                        SqlFiles.class,
                        folder -> silverBySql(folder).delete("sql/silver/sales_of_day.sql"),
                        List.of(
                                "tables/silver/sales_of_day.yaml:1: missing SQL of the table, expected sql/silver/sales_of_day.sql")),
                new Planted(
                        QuarantineRules.class,
                        folder ->
                                silverBySql(folder).replace("tables/silver/sales_of_day.yaml", "block:", "quarantine:"),
                        List.of(
                                "tables/silver/sales_of_day.yaml:10: 'quarantine' in a table of silver, expected in silver tables that are typed from bronze; 'block' and 'warn' are possible here")),
                new Planted(
                        Inputs.class,
                        folder -> silverBySql(folder)
                                .replace("tables/silver/sales_of_day.yaml", "silver.orders", "bronze.shop_orders")
                                .replace(
                                        "tables/silver/sales_of_day.yaml",
                                        ": business_date\nquality",
                                        ": updated_at\nquality")
                                .replace("sql/silver/sales_of_day.sql", "silver.orders", "bronze.shop_orders"),
                        List.of(
                                "tables/silver/sales_of_day.yaml:4: 'silver.sales_of_day' cannot read 'bronze.shop_orders': a table by SQL in silver reads silver tables")),
                new Planted(
                        SqlFiles.class,
                        folder -> folder.write("sql/gold/other.sql", "SELECT 1 AS a"),
                        List.of("sql/gold/other.sql: no table by SQL is declared in tables/gold/other.yaml")),
                new Planted(
                        SqlFiles.class,
                        folder -> folder.write("sql/gold/sales_dayly.sql", folder.text(SQL))
                                .delete(SQL),
                        List.of(
                                "sql/gold/sales_dayly.sql: no table by SQL is declared in tables/gold/sales_dayly.yaml. Did you mean 'sql/gold/sales_daily.sql'?")),
                in(
                        SqlQueries.class,
                        SQL,
                        "SELECT business_date, country, orders",
                        "SELECT *",
                        "sql/gold/sales_daily.sql:3: '*' in the last select, expected the columns by name: they are the table's contract"),
                in(
                        SqlQueries.class,
                        GOLD,
                        "deadline:",
                        "reads_itself: true\ndeadline:",
                        "tables/gold/sales_daily.yaml:10: 'reads_itself', and sql/gold/sales_daily.sql does not"),
                in(
                        SqlQueries.class,
                        SQL,
                        "FROM silver.orders",
                        "FROM silver.orders JOIN gold.sales_daily AS g USING (country)",
                        "sql/gold/sales_daily.sql:1: reads 'gold.sales_daily', which is no input of gold.sales_daily. A mart may read what it has published: reads_itself: true"),
                in(
                        SqlQueries.class,
                        SQL,
                        "count(*) AS orders",
                        "first(order_id) AS orders",
                        "sql/gold/sales_daily.sql:1: 'first' can give another value each time, so that what is built night by night would not be what a rebuild gives. Take days from the data, and of several rows the one that max_by, min_by or an ordered window names"),
                in(
                        SqlQueries.class,
                        SQL,
                        "country, orders\n",
                        "country, orders, 1 + 1\n",
                        "sql/gold/sales_daily.sql:3: a column of the last select has no name, expected ... AS <name>"),
                in(
                        SqlQueries.class,
                        SQL,
                        "country, orders\n",
                        "country, orders, country\n",
                        "sql/gold/sales_daily.sql:1: gives two columns named 'country'"),
                in(
                        SqlQueries.class,
                        SQL,
                        "FROM counted",
                        "FRM counted c d",
                        "sql/gold/sales_daily.sql:4: not SQL: syntax error at or near 'counted'"),
                in(
                        SqlQueries.class,
                        SQL,
                        "FROM counted",
                        "FROM countd",
                        "sql/gold/sales_daily.sql:4: reads 'countd', which is no input of gold.sales_daily. Inputs: silver.orders"),
                in(
                        SqlQueries.class,
                        SQL,
                        "silver.orders",
                        "silver.order",
                        "sql/gold/sales_daily.sql:1: reads 'silver.order', which is no input of gold.sales_daily. Did you mean 'silver.orders'?"),
                new Planted(
                        SqlQueries.class,
                        folder -> secondMart(folder)
                                .replace(GOLD, "inputs: [silver.orders]", "inputs: [silver.orders, gold.other]")
                                .replace(
                                        GOLD,
                                        "silver.orders: business_date",
                                        "silver.orders: business_date\n  gold.other: business_date"),
                        List.of(
                                "tables/gold/sales_daily.yaml:5: input 'gold.other' is never read by sql/gold/sales_daily.sql or a rule")),
                new Planted(
                        SqlQueries.class,
                        folder -> folder.write(SQL, "INSERT INTO gold.sales_daily SELECT 1 AS business_date"),
                        List.of("sql/gold/sales_daily.sql:1: not SQL: expected a query, found InsertIntoStatement")));
    }

    private static SoundFolder silverBySql(SoundFolder folder) {
        return folder.write(
                        "tables/silver/sales_of_day.yaml",
                        folder.text(GOLD)
                                .replace("gold.sales_daily", "silver.sales_of_day")
                                .replace("group: finance\n", "")
                                .replaceFirst("deadline: .*\n", ""))
                .write("sql/silver/sales_of_day.sql", folder.text(SQL));
    }

    private static SoundFolder secondMart(SoundFolder folder) {
        return folder.write("tables/gold/other.yaml", folder.text(GOLD).replace("gold.sales_daily", "gold.other"))
                .write("sql/gold/other.sql", folder.text(SQL));
    }

    private static Stream<Planted> marts() {
        return Stream.of(
                in(
                        SqlGrain.class,
                        GOLD,
                        "grain: [business_date, country]",
                        "grain: [business_date, contry]",
                        "tables/gold/sales_daily.yaml:6: unknown column 'contry' of gold.sales_daily in 'grain'. Did you mean 'country'?"),
                in(
                        SqlGrain.class,
                        GOLD,
                        "unit: business_date",
                        "unit: busines_date",
                        "tables/gold/sales_daily.yaml:7: 'unit' is 'busines_date', expected a column of the grain. Did you mean 'business_date'?"),
                in(
                        SqlGrain.class,
                        GOLD,
                        "unit: business_date\n",
                        "",
                        "tables/gold/sales_daily.yaml:1: missing key 'unit', expected a column of the grain, or 'kind: full'"),
                in(
                        SqlGrain.class,
                        GOLD,
                        "unit: business_date\ntouched:\n  silver.orders: business_date\n",
                        "kind: full\nunit: business_date\n",
                        "tables/gold/sales_daily.yaml:8: 'unit' in a table of kind full, which is computed as a whole: leave it out, or choose by_unit or by_key"),
                in(
                        NarrowedInputs.class,
                        GOLD,
                        "deadline:",
                        "narrow: {silver.orders: busines_date}\ndeadline:",
                        "tables/gold/sales_daily.yaml:10: unknown column 'busines_date' of silver.orders in 'narrow.silver.orders'. Did you mean 'business_date'?"),
                in(
                        NarrowedInputs.class,
                        GOLD,
                        "deadline:",
                        "narrow: {silver.order: business_date}\ndeadline:",
                        "tables/gold/sales_daily.yaml:10: 'silver.order' in 'narrow' is no input. Did you mean 'silver.orders'?"),
                in(
                        Groups.class,
                        GOLD,
                        "group: finance",
                        "group: finance/daily",
                        "tables/gold/sales_daily.yaml:4: invalid 'group': found 'finance/daily', expected small letters, digits and '_'"),
                new Planted(
                        Groups.class,
                        folder -> restrictedTwin(folder)
                                .replace("tables/gold/people.yaml", "group: people", "group: finance"),
                        List.of(
                                "tables/gold/sales_daily.yaml:4: group 'finance' holds 'restricted.people' and 'gold.sales_daily', expected tables of one zone")));
    }

    private static Stream<Planted> touched() {
        return Stream.of(
                in(
                        TouchedUnits.class,
                        GOLD,
                        "  silver.orders: business_date",
                        "  silver.order: business_date",
                        "tables/gold/sales_daily.yaml:9: 'silver.order' in 'touched' is no input. Did you mean 'silver.orders'?"),
                in(
                        TouchedUnits.class,
                        GOLD,
                        "silver.orders: business_date",
                        "silver.orders: busines_date",
                        "tables/gold/sales_daily.yaml:9: unknown column 'busines_date' of silver.orders in 'touched.silver.orders'. Did you mean 'business_date'?"),
                in(
                        TouchedUnits.class,
                        GOLD,
                        "silver.orders: business_date",
                        "silver.orders: 'f('",
                        "tables/gold/sales_daily.yaml:9: invalid 'touched.silver.orders': syntax error at or near end of input"),
                in(
                        TouchedUnits.class,
                        GOLD,
                        "silver.orders: business_date",
                        "silver.orders: SELECT business_date FROM silver.orders",
                        "tables/gold/sales_daily.yaml:9: invalid 'touched.silver.orders': the query never reads 'changed'"),
                in(
                        TouchedUnits.class,
                        GOLD,
                        "silver.orders: business_date",
                        "silver.orders: SELECT business_date FROM changed JOIN silver.oders USING (order_id)",
                        "tables/gold/sales_daily.yaml:9: invalid 'touched.silver.orders': it reads 'silver.oders', which is no input. Did you mean 'silver.orders'?"),
                in(
                        TouchedUnits.class,
                        GOLD,
                        "silver.orders: business_date",
                        "silver.orders: SELECT c.business_date FROM changed AS c JOIN gold.sales_daily USING (country)",
                        "tables/gold/sales_daily.yaml:9: invalid 'touched.silver.orders': it reads 'gold.sales_daily', which is no input. Known: silver.orders, changed"),
                in(
                        TouchedUnits.class,
                        GOLD,
                        "unit: business_date",
                        "kind: full",
                        "tables/gold/sales_daily.yaml:9: 'touched' in a table of kind full, which has no units: leave it out"),
                new Planted(
                        TouchedUnits.class,
                        folder -> secondMart(folder)
                                .replace(GOLD, "inputs: [silver.orders]", "inputs: [silver.orders, gold.other]")
                                .replace(SQL, "FROM counted", "FROM counted JOIN gold.other USING (country)"),
                        List.of(
                                "tables/gold/sales_daily.yaml:9: missing key 'gold.other' in 'touched': which units a changed row of it touches")));
    }

    private static Stream<Planted> zones() {
        return Stream.of(
                in(
                        ZonePlaces.class,
                        LOCAL,
                        "root: lakehouse-data",
                        "root: ../lakehouse-data",
                        "env/local.yaml:2: invalid 'root': found '../lakehouse-data', expected a place without '..'"),
                in(
                        ZonePlaces.class,
                        LOCAL,
                        "root: lakehouse-data",
                        "root: hdfs://host/data",
                        "env/local.yaml:2: invalid 'root': found 'hdfs://host/data', expected a folder, file:/... or s3a://bucket/..."),
                in(
                        ZonePlaces.class,
                        LOCAL,
                        "root: lakehouse-data",
                        "root: s3a://bucket/data",
                        "env/local.yaml:2: invalid 'root': found 's3a://bucket/data', but there is no section 's3' that says where the store is"),
                in(
                        ZonePlaces.class,
                        LOCAL,
                        "lanes: 2",
                        "zones: {landing: s3a://landing}",
                        "env/local.yaml:3: invalid 'landing': found 's3a://landing', but there is no section 's3' that says where the store is"),
                in(
                        ZonePlaces.class,
                        LOCAL,
                        "lanes: 2",
                        "zones: {landing: lakehouse-data/bronze/landing}",
                        "env/local.yaml:3: invalid 'landing': found 'lakehouse-data/bronze/landing', which overlaps with zone 'bronze' at 'lakehouse-data/bronze'"),
                in(
                        ZonePlaces.class,
                        LOCAL,
                        "lanes: 2",
                        "zones: {landing: lakehouse-data}",
                        "env/local.yaml:3: invalid 'landing': found 'lakehouse-data', which overlaps with zone 'bronze' at 'lakehouse-data/bronze'"),
                in(
                        ZonePlaces.class,
                        LOCAL,
                        "lanes: 2",
                        "zones:\n  ops: other\n  landing: other/",
                        "env/local.yaml:4: invalid 'ops': found 'other', which overlaps with zone 'landing' at 'other'"));
    }

    private static Stream<Planted> settings() {
        return Stream.of(
                in(
                        SparkSettings.class,
                        LOCAL,
                        "lanes: 2",
                        "spark:\n  spark.hadoop.fs.s3a.performance.flags: create,mkdir",
                        "env/local.yaml:4: refused setting 'spark.hadoop.fs.s3a.performance.flags': with 'create' two writers overwrite each other's commits"),
                in(
                        SparkSettings.class,
                        LOCAL,
                        "lanes: 2",
                        "spark: {spark.sql.files.ignoreCorruptFiles: true}",
                        "env/local.yaml:3: refused setting 'spark.sql.files.ignoreCorruptFiles': files that cannot be read would be left out without a word"),
                in(
                        SparkSettings.class,
                        LOCAL,
                        "lanes: 2",
                        "spark: {spark.sql.files.ignoreMissingFiles: true}",
                        "env/local.yaml:3: refused setting 'spark.sql.files.ignoreMissingFiles': files that cannot be read would be left out without a word"),
                in(
                        SparkSettings.class,
                        LOCAL,
                        "lanes: 2",
                        "spark: {spark.hadoop.fs.s3a.encryption.key: abc}",
                        "env/local.yaml:3: refused setting 'spark.hadoop.fs.s3a.encryption.key': credentials come from the SDK's default chain, never from a file"));
    }

    private static Planted sqlRule(String query, String problem) {
        return in(
                SqlRules.class,
                GOLD,
                "block: ['IsComplete \"orders\"']",
                "sql:\n    - {name: n, says: s, query: \"" + query + "\"}",
                "tables/gold/sales_daily.yaml:13: invalid 'query': " + problem);
    }

    private static Stream<Planted> sqlRules() {
        return Stream.of(
                sqlRule(
                        "SELECT 1 AS a FROM silver.order",
                        "it reads 'silver.order', which is neither gold.sales_daily nor an input. Did you mean"
                                + " 'silver.orders'?"),
                sqlRule(
                        "SELECT 1 AS a FROM gold.sales_daily WHERE business_date > current_date",
                        "'current_date' gives another value each time, expected a query that says the same of the same"
                                + " rows"),
                sqlRule(
                        "SELECT 1 AS a FROM silver.orders WHERE order_id IN (SELECT rand(1))",
                        "'rand' gives another value each time, expected a query that says the same of the same rows"),
                sqlRule("SELECT a FRM silver.orders", "syntax error at or near 'silver'"),
                sqlRule("DELETE FROM gold.sales_daily", "expected a query, found DeleteFromTable"),
                in(
                        SqlRules.class,
                        GOLD,
                        "block: ['IsComplete \"orders\"']",
                        "sql:\n    - {name: n, says: s, query: SELECT 1 AS a}\n    - {name: n, says: s, query: SELECT 2 AS a}",
                        "tables/gold/sales_daily.yaml:14: two rules named 'n'"),
                in(
                        SqlRules.class,
                        SILVER,
                        "block: ['IsPrimaryKey \"order_id\"']",
                        "sql: [{name: n, says: s, query: SELECT 1 AS a}]",
                        "tables/silver/orders.yaml:17: 'sql' in silver.orders, expected in tables by SQL; 'block' and"
                                + " 'warn' are possible here"));
    }

    private static Planted historyRule(String rule, String... problems) {
        return in(
                HistoryRules.class,
                GOLD,
                "block: ['IsComplete \"orders\"']",
                "history: [{" + rule + "}]",
                Stream.of(problems)
                        .map(problem -> "tables/gold/sales_daily.yaml:12: " + problem)
                        .toArray(String[]::new));
    }

    private static Stream<Planted> historyRules() {
        return Stream.of(
                historyRule("metric: sum", "missing key 'column': of which column"),
                historyRule("metric: row_count, column: orders", "'column' beside 'row_count', which counts rows"),
                historyRule(
                        "metric: sum, column: ordes",
                        "unknown column 'ordes' of gold.sales_daily in 'column'. Did you mean 'orders'?"),
                historyRule(
                        "metric: row_count, day: busines_date",
                        "unknown column 'busines_date' of gold.sales_daily in 'day'. Did you mean 'business_date'?"),
                historyRule(
                        "metric: row_count, least: 120, most: 110",
                        "'least' is 120, expected no more than 'most', which is 110"),
                historyRule(
                        "metric: row_count}, {metric: row_count, window: 3",
                        "two rules of RowCount against the same weekday"));
    }

    private static Stream<Planted> rules() {
        return Stream.of(
                in(
                        RuleTexts.class,
                        SILVER,
                        "IsPrimaryKey",
                        "IsPrimaryKy",
                        "tables/silver/orders.yaml:17: unknown rule 'IsPrimaryKy'. Did you mean 'IsPrimaryKey'?"),
                in(
                        RuleTexts.class,
                        SILVER,
                        "'IsPrimaryKey \"order_id\"'",
                        "'IsPrimaryKey'",
                        "tables/silver/orders.yaml:17: 'IsPrimaryKey' does not take these parameters"),
                in(
                        RuleTexts.class,
                        SILVER,
                        "IsPrimaryKey \"order_id\"",
                        "RowCount >",
                        "tables/silver/orders.yaml:17: not DQDL: line 1:21 no viable alternative at input 'Rules=[RowCount>]'"),
                in(
                        RuleTexts.class,
                        SILVER,
                        "IsPrimaryKey \"order_id\"",
                        "RowCount > 0, RowCount > 1",
                        "tables/silver/orders.yaml:17: found 2 rules, expected one a line"),
                in(
                        RuleTexts.class,
                        SILVER,
                        "IsPrimaryKey \"order_id\"",
                        "IsPrimaryKey \"ordr_id\"",
                        "tables/silver/orders.yaml:17: unknown column 'ordr_id' of silver.orders in 'rule'. Did you mean 'order_id'?"),
                in(
                        RuleTexts.class,
                        SILVER,
                        "where \"discount > 0\"",
                        "where \"dscount > 0\"",
                        "tables/silver/orders.yaml:18: unknown column 'dscount' of silver.orders in 'rule'. Did you mean 'discount'?"),
                in(
                        RuleTexts.class,
                        SILVER,
                        "where \"discount > 0\"",
                        "where \"discount > > 0\"",
                        "tables/silver/orders.yaml:18: invalid 'where': syntax error at or near '>'"),
                in(
                        RuleTexts.class,
                        SILVER,
                        "IsPrimaryKey \"order_id\"",
                        "RowCount > avg(last(10))",
                        "tables/silver/orders.yaml:17: operand 'avg(last(10))' needs earlier runs, expected a number"),
                in(
                        RuleTexts.class,
                        SILVER,
                        "IsPrimaryKey \"order_id\"",
                        "AllStatistics \"order_id\" > 1",
                        "tables/silver/orders.yaml:17: not DQDL: Analyzer Type: AllStatistics is not supported in rules section"),
                in(
                        RuleTexts.class,
                        SILVER,
                        "IsPrimaryKey \"order_id\"",
                        "CustomSql \"select 1 from primary\" = 1",
                        "tables/silver/orders.yaml:17: rule 'CustomSql' is known to DQDL, but Deequ cannot run it here"),
                in(
                        RuleTexts.class,
                        SILVER,
                        "ColumnValues \"discount\" >= 0",
                        "RowCount > 0",
                        "tables/silver/orders.yaml:16: rule 'RowCount' cannot tell single rows, expected in 'quarantine' one of ColumnLength, ColumnValues, IsComplete, IsPrimaryKey, IsUnique"),
                in(
                        RuleTexts.class,
                        GOLD,
                        "IsComplete \"orders\"",
                        "IsComplete \"ordes\"",
                        "tables/gold/sales_daily.yaml:12: unknown column 'ordes' of gold.sales_daily in 'rule'. Did you mean 'orders'?"),
                in(
                        RuleTexts.class,
                        BRONZE,
                        "RowCount > 0",
                        "IsComplete \"countr\"",
                        "tables/bronze/shop_orders.yaml:11: unknown column 'countr' of bronze.shop_orders in 'rule'. Did you mean 'country'?"));
    }
}
