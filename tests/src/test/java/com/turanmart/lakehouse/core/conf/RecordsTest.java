package com.turanmart.lakehouse.core.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For every record of a configuration file: what it is without optional keys, with every key, and at its bounds. */
class RecordsTest {
    private static final ZoneId TASHKENT = ZoneId.of("Asia/Tashkent");
    private static final Quality NO_RULES = Quality.NONE;
    private static final Quality ONE_RULE = new Quality(List.of(), List.of("RowCount > 0"), List.of());
    private static final SqlRule SQL_RULE = new SqlRule("n", "s", "SELECT 1 AS a", 0, Consequence.BLOCK);
    private static final HistoryRule ROW_COUNT = new HistoryRule(
            HistoryRule.Metric.ROW_COUNT,
            Optional.empty(),
            Optional.empty(),
            HistoryRule.Against.SAME_WEEKDAY,
            8,
            50,
            200,
            3,
            0,
            false,
            Consequence.BLOCK);
    private static final Limits LIMITS = new Limits(1048576, 4194304, 100, 10240, 200);
    private static final Format.Csv CSV = new Format.Csv(",", "\"", Optional.empty(), true, Optional.empty(), "UTF-8");
    private static final Landing LANDING = new Landing(
            "a/{date}/*",
            new Format.JsonLines("UTF-8"),
            new Dialect.Plain(),
            new CompleteWhen.AtOnce(),
            Optional.empty(),
            0,
            7,
            LIMITS);
    private static final Written TRIMMED = Yaml.read(Written.class, "{trim: true}");
    private static final Column ID = new Column(
            "id", Optional.of("id"), Optional.empty(), DataTypes.LongType, false, 0, Written.AS_SENT, Optional.empty());
    private static final Column FULL = new Column(
            "paid",
            Optional.of("p"),
            Optional.of("p + 1"),
            DataTypes.createDecimalType(18, 2),
            true,
            2,
            TRIMMED,
            Optional.of(new Privacy.Drop()));
    private static final Write.Merge WRITE = new Write.Merge(List.of("_sequence"), Optional.empty(), false, false);

    /** @param defaults what the required keys alone give; {@code all} what every key gives */
    record Sample(Record defaults, String required, Record all, String every) {
        Class<?> kind() {
            return defaults.getClass();
        }

        @Override
        public String toString() {
            return kind().getSimpleName();
        }
    }

    record Bound(Class<?> kind, String yaml, String problem) {}

    @ParameterizedTest
    @MethodSource("samples")
    void takesDefaultsForWhatIsNotWritten(Sample sample) {
        var problems = new ArrayList<Problem>();

        var read = read(sample.kind(), sample.required, problems);

        assertThat(problems).isEmpty();
        assertThat(read).isEqualTo(sample.defaults);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsEveryKey(Sample sample) {
        var problems = new ArrayList<Problem>();

        var read = read(sample.kind(), sample.every, problems);

        assertThat(problems).isEmpty();
        assertThat(read).isEqualTo(sample.all);
        assertThat(KeyOf.all(sample.kind()))
                .allSatisfy(key -> assertThat(sample.every).contains(key.name() + ":"));
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void refusesWhatIsOutOfBounds(Bound bound) {
        var problems = new ArrayList<Problem>();

        read(bound.kind, bound.yaml, problems);

        assertThat(problems).extracting(Problem::text).containsExactly(bound.problem);
    }

    @Test
    void everyRecordHasASample() {
        Set<Class<?>> reachable = new HashSet<>();
        Stream.of(Environment.class, BronzeTable.class, SilverTable.class, SilverSqlTable.class, GoldTable.class)
                .forEach(root -> collect(root, reachable));

        assertThat(samples().map(Sample::kind).collect(Collectors.toSet())).isEqualTo(reachable);
        assertThat(reachable).hasSizeGreaterThan(12);
    }

    private static Object read(Class<?> kind, String yaml, List<Problem> problems) {
        return Binder.bind(
                        kind,
                        "sample",
                        YamlText.read("sample.yaml", yaml, problems::add).orElseThrow(),
                        problems::add)
                .value();
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, found));
        } else if (type instanceof Class<?> kind && kind.isSealed()) {
            KeyOf.kinds(kind).values().forEach(choice -> collect(choice, found));
        } else if (type instanceof Class<?> kind && kind.isRecord() && !ScalarText.takes(kind) && found.add(kind)) {
            KeyOf.all(kind).forEach(key -> collect(key.type(), found));
        }
    }

    private static TableName name(String text) {
        return TableName.parse(text);
    }

    static Stream<Sample> samples() {
        return Stream.of(pieces(), written(), privacy(), tables()).flatMap(samples -> samples);
    }

    private static Stream<Sample> pieces() {
        var cron = Cron.parse("0 1 * * *");
        return Stream.of(
                new Sample(
                        new Environment("d", "r", Map.of(), Optional.empty(), 2, Map.of()),
                        "{description: d, root: r}",
                        new Environment(
                                "d",
                                "r",
                                Map.of(Zone.LANDING, "s3a://in"),
                                Optional.of(new ObjectStore("http://e", "us-east-1", false)),
                                4,
                                Map.of("spark.a", "1")),
                        "{description: d, root: r, zones: {landing: s3a://in}, s3: {endpoint: http://e}, lanes: 4,"
                                + " spark: {spark.a: 1}}"),
                new Sample(
                        new ObjectStore("http://e", "us-east-1", false),
                        "{endpoint: http://e}",
                        new ObjectStore("http://e", "eu-central-1", true),
                        "{endpoint: http://e, region: eu-central-1, path_style: true}"),
                new Sample(
                        LANDING,
                        "{path: 'a/{date}/*', format: json_lines}",
                        new Landing(
                                "a/{date}/*",
                                CSV,
                                new Dialect.Dms("Op", "seq", "commit_ts"),
                                new CompleteWhen.Quiet(15),
                                Optional.of(new Schedule(cron, TASHKENT)),
                                6,
                                30,
                                new Limits(1048576, 4194304, 100, 10240, 500)),
                        "{path: 'a/{date}/*', format: {kind: csv}, dialect: {kind: dms, sequence: seq},"
                                + " complete_when: {kind: quiet, minutes: 15},"
                                + " expected: {cron: 0 1 * * *, zone: Asia/Tashkent}, wait_hours: 6, late_days: 30,"
                                + " limits: {ratio: 500}}"),
                new Sample(new CompleteWhen.AtOnce(), "{}", new CompleteWhen.AtOnce(), "{}"),
                new Sample(new CompleteWhen.Marker("_SUCCESS"), "{}", new CompleteWhen.Marker("done"), "{name: done}"),
                same(new CompleteWhen.Quiet(15), "{minutes: 15}"),
                new Sample(
                        new CompleteWhen.Manifest("*.m", new ManifestForm.Json()),
                        "{name: '*.m'}",
                        new CompleteWhen.Manifest(
                                "*.m", new ManifestForm.Csv(",", "file", "size", "sha256", "rows", Map.of())),
                        "{name: '*.m', form: csv}"),
                new Sample(new ManifestForm.Json(), "{}", new ManifestForm.Json(), "{}"),
                new Sample(
                        new ManifestForm.Csv(",", "file", "size", "sha256", "rows", Map.of()),
                        "{}",
                        new ManifestForm.Csv(";", "f", "s", "h", "r", Map.of("control", "amount")),
                        "{delimiter: ;, file: f, size: s, sha256: h, rows: r, totals: {control: amount}}"),
                new Sample(
                        LIMITS,
                        "{}",
                        new Limits(1, 2, 3, 4, 5),
                        "{line_characters: 1, record_characters: 2, depth: 3, unpacked_megabytes: 4, ratio: 5}"),
                new Sample(
                        CSV,
                        "{}",
                        new Format.Csv("||", "none", Optional.of("\\"), false, Optional.of("\\N"), "UTF-16"),
                        "{delimiter: '||', quote: none, escape: \\, header: false, null_marker: \\N, encoding: UTF-16}"),
                new Sample(new Format.JsonLines("UTF-8"), "{}", new Format.JsonLines("UTF-16"), "{encoding: UTF-16}"),
                new Sample(new Format.Json("UTF-8"), "{}", new Format.Json("UTF-16"), "{encoding: UTF-16}"),
                new Sample(
                        new Format.FixedWidth(Map.of("id", new Format.Slice(1, 8)), "UTF-8"),
                        "{fields: {id: {start: 1, length: 8}}}",
                        new Format.FixedWidth(Map.of("id", new Format.Slice(1, 8)), "IBM037"),
                        "{fields: {id: {start: 1, length: 8}}, encoding: IBM037}"),
                same(new Format.Slice(9, 2), "{start: 9, length: 2}"),
                new Sample(new Dialect.Plain(), "{}", new Dialect.Plain(), "{}"),
                new Sample(
                        new Dialect.Dms("Op", "_line", "commit_ts"),
                        "{}",
                        new Dialect.Dms("o", "s", "c"),
                        "{operation: o, sequence: s, committed_at: c}"),
                new Sample(new Format.Parquet(), "{}", new Format.Parquet(), "{}"),
                new Sample(new Format.Orc(), "{}", new Format.Orc(), "{}"),
                new Sample(new Format.Avro(), "{}", new Format.Avro(), "{}"),
                new Sample(new Dialect.Debezium("all"), "{}", new Dialect.Debezium("t"), "{table: t}"),
                new Sample(new Dialect.Maxwell("all"), "{}", new Dialect.Maxwell("t"), "{table: t}"),
                new Sample(new Dialect.Canal("all"), "{}", new Dialect.Canal("t"), "{table: t}"),
                same(new Schedule(cron, TASHKENT), "{cron: 0 1 * * *, zone: Asia/Tashkent}"),
                same(new Deadline(LocalTime.of(8, 0), TASHKENT), "{at: '08:00', zone: Asia/Tashkent}"),
                new Sample(
                        NO_RULES,
                        "{}",
                        new Quality(
                                List.of("q"), List.of("b", "c"), List.of("w"), List.of(SQL_RULE), List.of(ROW_COUNT)),
                        "{quarantine: [q], block: [b, c], warn: [w], sql: [{name: n, says: s, query: SELECT 1 AS a}],"
                                + " history: [{metric: row_count}]}"),
                new Sample(
                        ROW_COUNT,
                        "{metric: row_count}",
                        new HistoryRule(
                                HistoryRule.Metric.SUM,
                                Optional.of("c"),
                                Optional.of("d"),
                                HistoryRule.Against.LAST_DAYS,
                                14,
                                70,
                                150,
                                4,
                                50,
                                true,
                                Consequence.WARN),
                        "{metric: sum, column: c, day: d, against: last_days, window: 14, least: 70, most: 150,"
                                + " at_least: 4, volume: 50, month_ends: true, consequence: warn}"),
                new Sample(
                        SQL_RULE,
                        "{name: n, says: s, query: SELECT 1 AS a}",
                        new SqlRule("n", "s", "SELECT 1 AS a", 3, Consequence.WARN),
                        "{name: n, says: s, query: SELECT 1 AS a, at_most: 3, consequence: warn}"));
    }

    private static Stream<Sample> written() {
        return Stream.of(
                new Sample(
                        Written.AS_SENT,
                        "{}",
                        new Written(
                                true,
                                true,
                                new NormalForm.Nfc(),
                                true,
                                List.of("-"),
                                List.of("yes"),
                                List.of("no"),
                                List.of(new TimePattern("dd.MM.yyyy"), TimePattern.ISO),
                                TASHKENT,
                                Written.Overlap.LATER,
                                Written.DecimalSign.COMMA,
                                Written.Grouping.BLANK,
                                Written.Encoding.HEX),
                        "{trim: true, fold_case: true, normalise: nfc, empty_is_null: true, null_values: ['-'],"
                                + " true_values: ['yes'], false_values: ['no'], patterns: [dd.MM.yyyy, iso],"
                                + " zone: Asia/Tashkent, overlap: later, decimal_sign: comma, grouping: blank,"
                                + " encoding: hex}"),
                same(new NormalForm.AsSent(), "{}"),
                same(new NormalForm.Nfc(), "{}"),
                same(new NormalForm.Email(), "{}"),
                new Sample(
                        new NormalForm.Phone("998", 9, List.of()),
                        "{calling_code: '998', national_digits: 9}",
                        new NormalForm.Phone("7", 10, List.of("8")),
                        "{calling_code: '7', national_digits: 10, trunk_prefixes: ['8']}"));
    }

    private static Stream<Sample> privacy() {
        var secret = new SecretReference.Env("SALT");
        return Stream.of(
                same(secret, "{name: SALT}"),
                same(new SecretReference.File("/run/salt"), "{path: /run/salt}"),
                new Sample(
                        new Privacy.Pseudonym(secret, 1, "email", false),
                        "{secret: {kind: env, name: SALT}, domain: email}",
                        new Privacy.Pseudonym(secret, 2, "email", true),
                        "{secret: {kind: env, name: SALT}, domain: email, version: 2, twin: true}"),
                new Sample(
                        new Privacy.Mask(0, 0, false),
                        "{}",
                        new Privacy.Mask(1, 4, true),
                        "{keep_first: 1, keep_last: 4, twin: true}"),
                new Sample(
                        new Privacy.Generalise(Privacy.Generalise.To.YEAR, 0, false),
                        "{to: year}",
                        new Privacy.Generalise(Privacy.Generalise.To.BAND, 10, true),
                        "{to: band, width: 10, twin: true}"),
                same(new Privacy.Drop(), "{}"),
                same(new Privacy.Restricted(), "{}"),
                same(new Privacy.Harmless("a flag"), "{because: a flag}"));
    }

    private static Sample same(Record value, String yaml) {
        return new Sample(value, yaml, value, yaml);
    }

    private static Stream<Sample> tables() {
        var landing = "landing: {path: 'a/{date}/*', format: json_lines}";
        var rule = "quality: {block: [RowCount > 0]}";
        var silver = "table: silver.t, description: d, owner: o, inputs: [bronze.t], grain: [id],"
                + " columns: [{name: id, from: id, type: bigint}], write: {latest_by: [_sequence]}";
        var gold = "table: gold.t, description: d, owner: o, group: g, inputs: [silver.t], grain: [id]";
        var bySql = "table: silver.t, description: d, owner: o, inputs: [silver.u], grain: [id]";
        var byKey = ", kind: by_key, unit: id, touched: {silver.%1$s: id}, narrow: {silver.%1$s: id}";
        var deadline = new Deadline(LocalTime.of(8, 0), TASHKENT);
        return Stream.of(
                new Sample(
                        new BronzeTable(
                                name("bronze.t"),
                                "d",
                                "o",
                                LANDING,
                                List.of("id"),
                                Map.of(),
                                Drift.RESCUE,
                                Optional.empty(),
                                1,
                                NO_RULES),
                        "{table: bronze.t, description: d, owner: o, " + landing + ", columns: [id]}",
                        new BronzeTable(
                                name("bronze.t"),
                                "d",
                                "o",
                                LANDING,
                                List.of("id"),
                                Map.of("id", DataTypes.LongType),
                                Drift.REFUSE,
                                Optional.of("s"),
                                3,
                                ONE_RULE),
                        "{table: bronze.t, description: d, owner: o, " + landing
                                + ", columns: [id], types: {id: bigint}, drift: refuse, source: s, schema_version: 3, "
                                + rule + "}"),
                new Sample(
                        silver(Optional.empty(), NO_RULES),
                        "{" + silver + "}",
                        silver(Optional.of("books"), ONE_RULE),
                        "{" + silver + ", explode: books, " + rule + "}"),
                new Sample(
                        ID,
                        "{name: id, from: id, type: bigint}",
                        FULL,
                        "{name: paid, from: p, expr: p + 1, type: 'decimal(18,2)', required: true, minor_digits: 2,"
                                + " written: {trim: true}, privacy: drop}"),
                new Sample(
                        WRITE,
                        "{latest_by: [_sequence]}",
                        new Write.Merge(List.of("_sequence"), Optional.of("_op = 'D'"), true, true),
                        "{latest_by: [_sequence], delete_when: _op = 'D', history: true, deletion_vectors: true}"),
                new Sample(
                        new Write.Cdc(List.of("_sequence"), false, false),
                        "{}",
                        new Write.Cdc(List.of("at"), true, true),
                        "{latest_by: [at], history: true, deletion_vectors: true}"),
                new Sample(
                        new Write.Snapshot(List.of(), List.of("_sequence"), 50, false, false),
                        "{}",
                        new Write.Snapshot(List.of("id"), List.of("at"), 80, true, true),
                        "{scope: [id], latest_by: [at], least_percent: 80, history: true, deletion_vectors: true}"),
                same(new Write.Append("at", 3), "{time: at, within_days: 3}"),
                new Sample(
                        gold(Upkeep.BY_UNIT, Optional.empty(), Map.of(), false, Optional.empty(), NO_RULES),
                        "{" + gold + "}",
                        gold(
                                Upkeep.BY_KEY,
                                Optional.of("id"),
                                Map.of(name("silver.t"), "id"),
                                true,
                                Optional.of(deadline),
                                ONE_RULE),
                        "{" + gold + byKey.formatted("t")
                                + ", reads_itself: true, deadline: {at: '08:00', zone: Asia/Tashkent}, " + rule + "}"),
                new Sample(
                        silverBySql(Upkeep.BY_UNIT, Optional.empty(), Map.of(), NO_RULES),
                        "{" + bySql + "}",
                        silverBySql(Upkeep.BY_KEY, Optional.of("id"), Map.of(name("silver.u"), "id"), ONE_RULE),
                        "{" + bySql + byKey.formatted("u") + ", " + rule + "}"));
    }

    private static SilverTable silver(Optional<String> explode, Quality quality) {
        return new SilverTable(
                name("silver.t"),
                "d",
                "o",
                List.of(name("bronze.t")),
                explode,
                List.of("id"),
                List.of(ID),
                WRITE,
                quality);
    }

    private static SilverSqlTable silverBySql(
            Upkeep kind, Optional<String> unit, Map<TableName, String> byUnit, Quality quality) {
        return new SilverSqlTable(
                name("silver.t"),
                "d",
                "o",
                List.of(name("silver.u")),
                List.of("id"),
                kind,
                unit,
                byUnit,
                byUnit,
                quality);
    }

    private static GoldTable gold(
            Upkeep kind,
            Optional<String> unit,
            Map<TableName, String> byUnit,
            boolean readsItself,
            Optional<Deadline> deadline,
            Quality quality) {
        return new GoldTable(
                name("gold.t"),
                "d",
                "o",
                "g",
                List.of(name("silver.t")),
                List.of("id"),
                kind,
                unit,
                byUnit,
                byUnit,
                readsItself,
                deadline,
                quality);
    }

    static Stream<Bound> bounds() {
        return Stream.of(
                new Bound(
                        Environment.class,
                        "{description: d, root: r, lanes: 0}",
                        "invalid 'lanes': found '0', expected at least 1"),
                new Bound(
                        Environment.class,
                        "{description: d, root: r, lanes: two}",
                        "invalid 'lanes': found 'two', expected a whole number"),
                new Bound(
                        Environment.class,
                        "{description: d, root: , lanes: 1}",
                        "invalid 'root': found nothing, expected a text"),
                new Bound(
                        Environment.class,
                        "{description: d, root: r, zones: {langing: a}}",
                        "unknown key 'langing'. Did you mean 'landing'?"),
                new Bound(
                        Environment.class,
                        "{description: d, root: r, spark: [a]}",
                        "invalid 'spark': found a list, expected a mapping"),
                new Bound(
                        ObjectStore.class,
                        "{endpoint: e, path_style: yes}",
                        "invalid 'path_style': found 'yes', expected true or false"),
                new Bound(
                        Column.class,
                        "{name: a, type: int, minor_digits: -1}",
                        "invalid 'minor_digits': found '-1', expected at least 0"),
                new Bound(
                        Column.class,
                        "{name: a, type: 'decimal(39,2)'}",
                        "invalid 'type': found 'decimal(39,2)', decimal precision 39 exceeds max precision 38"),
                new Bound(
                        Column.class,
                        "{name: a, type: 'decimal(2,4)'}",
                        "invalid 'type': found 'decimal(2,4)', decimal scale (4) cannot be greater than precision (2)"),
                new Bound(
                        Column.class,
                        "{name: a, type: bigintt}",
                        "invalid 'type': found 'bigintt', not a type of Spark SQL. Did you mean 'bigint'?"),
                new Bound(
                        Column.class,
                        "{name: a, type: decimal(18,2)}",
                        "a comma inside {...} ends a value, expected quotes: \"decimal(18,2)\""),
                new Bound(Column.class, "[name, type]", "found a list, expected keys and values"),
                new Bound(
                        Write.class,
                        "{latest_by: []}",
                        "invalid 'latest_by': found an empty list, expected at least one"),
                new Bound(
                        Write.class,
                        "{latest_by: updated_at}",
                        "invalid 'latest_by': found 'updated_at', expected a list"),
                new Bound(Write.class, "{latest_by: [a, a]}", "invalid 'latest_by': found 'a', listed twice"),
                new Bound(Write.class, "{latest_by: [a, [b]]}", "invalid 'latest_by': found a list, expected a text"),
                new Bound(
                        Write.class,
                        "{}",
                        "missing key 'latest_by': Columns that order the versions of a row, most telling first; _sequence is the sender's order."),
                new Bound(Write.class, "{latest_by: [a], latest_by: [b]}", "duplicate key 'latest_by'"),
                new Bound(
                        Write.class,
                        "{mode: snapshop, least_percent: 10}",
                        "invalid 'mode': found 'snapshop', expected one of merge, cdc, snapshot, append. Did you mean 'snapshot'?"),
                new Bound(
                        Write.class,
                        "{mode: append, time: at, within_days: 3, delete_when: a = 1}",
                        "unknown key 'delete_when'. Known: time, within_days"),
                new Bound(
                        Write.class,
                        "{mode: snapshot, least_percent: -1}",
                        "invalid 'least_percent': found '-1', expected at least 0"),
                new Bound(
                        Schedule.class,
                        "{cron: 0 1 * *, zone: Asia/Tashkent}",
                        "invalid 'cron': found '0 1 * *', a cron expression has five fields: minute hour day month weekday"),
                new Bound(
                        Schedule.class,
                        "{cron: 0 24 * * *, zone: Asia/Tashkent}",
                        "invalid 'cron': found '0 24 * * *', '24' is outside 0-23"),
                new Bound(
                        Schedule.class,
                        "{cron: 0 1 * * MOON, zone: Asia/Tashkent}",
                        "invalid 'cron': found '0 1 * * MOON', 'MOON' is not a number or a name"),
                new Bound(
                        Schedule.class,
                        "{cron: 0 1 * * *, zone: Asia/Tashkint}",
                        "invalid 'zone': found 'Asia/Tashkint', not a known time zone. Did you mean 'Asia/Tashkent'?"),
                new Bound(
                        Schedule.class,
                        "{cron: 0 1 * * *, zone: Tashkent time}",
                        "invalid 'zone': found 'Tashkent time', not a known time zone, expected one like Asia/Tashkent"),
                new Bound(
                        Deadline.class,
                        "{at: 8, zone: Asia/Tashkent}",
                        "invalid 'at': found '8', expected a time of day like \"08:00\""),
                new Bound(
                        Landing.class,
                        "{path: a, format: csv, late_days: -1}",
                        "invalid 'late_days': found '-1', expected at least 0"),
                new Bound(
                        Landing.class,
                        "{path: a, format: csv, wait_hours: -1}",
                        "invalid 'wait_hours': found '-1', expected at least 0"),
                new Bound(
                        Landing.class,
                        "{path: a, format: csv, complete_when: {kind: quiet, minutes: 0}}",
                        "invalid 'minutes': found '0', expected at least 1"),
                new Bound(
                        Landing.class,
                        "{path: a, format: cvs}",
                        "invalid 'format': found 'cvs', expected one of csv, json_lines, json, fixed_width, parquet, orc, avro. Did you mean 'csv'?"),
                new Bound(
                        Landing.class,
                        "{path: a, format: {delimiter: ;}}",
                        "missing key 'kind', expected one of csv, json_lines, json, fixed_width, parquet, orc, avro"),
                new Bound(
                        Landing.class,
                        "{path: a, format: {kind: csv, delimitr: ;}}",
                        "unknown key 'delimitr'. Did you mean 'delimiter'?"),
                new Bound(
                        Landing.class,
                        "{path: a, format: csv, dialect: [dms]}",
                        "invalid 'dialect': found a list, expected one of plain, dms, debezium, maxwell, canal"),
                new Bound(
                        Format.Slice.class, "{start: 0, length: 8}", "invalid 'start': found '0', expected at least 1"),
                new Bound(
                        Format.Slice.class,
                        "{start: 1, length: 0}",
                        "invalid 'length': found '0', expected at least 1"),
                new Bound(
                        Format.FixedWidth.class,
                        "{fields: {}}",
                        "invalid 'fields': found an empty mapping, expected at least one"),
                new Bound(
                        Limits.class,
                        "{line_characters: 0}",
                        "invalid 'line_characters': found '0', expected at least 1"),
                new Bound(
                        Limits.class,
                        "{record_characters: 0}",
                        "invalid 'record_characters': found '0', expected at least 1"),
                new Bound(Limits.class, "{depth: 0}", "invalid 'depth': found '0', expected at least 1"),
                new Bound(
                        Limits.class,
                        "{unpacked_megabytes: 0}",
                        "invalid 'unpacked_megabytes': found '0', expected at least 1"),
                new Bound(Limits.class, "{ratio: 0}", "invalid 'ratio': found '0', expected at least 1"),
                new Bound(Quality.class, "{blok: [a]}", "unknown key 'blok'. Did you mean 'block'?"),
                new Bound(
                        BronzeTable.class,
                        "{table: Bronze.T, description: d, owner: o, landing: {path: a, format: csv}, columns: [id]}",
                        "invalid 'table': found 'Bronze.T', a table is <bronze|silver|gold|restricted>.<name> in small letters, digits and '_'"),
                new Bound(
                        BronzeTable.class,
                        "{table: bronze.t, description: d, owner: o, landing: {path: a, format: csv}, columns: [id],"
                                + " schema_version: 0}",
                        "invalid 'schema_version': found '0', expected at least 1"));
    }
}
