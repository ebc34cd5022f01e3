package com.turanmart.lakehouse.quality;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.inspection.KnownColumns;
import com.turanmart.lakehouse.core.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rules that are no DQDL, that Deequ cannot run, or that speak of columns that the table does not have. */
public final class RuleTexts implements Inspection {
    private static final Map<String, Function<Quality, List<String>>> CONSEQUENCES =
            Map.of("quarantine", Quality::quarantine, "block", Quality::block, "warn", Quality::warn);
    /** Rules that can say which rows break them. */
    private static final Set<String> OF_ROWS =
            Set.of("ColumnLength", "ColumnValues", "IsComplete", "IsPrimaryKey", "IsUnique");

    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        for (var table : declared.tables()) {
            var stored = KnownColumns.of(table, declared);
            var made = KnownColumns.whileMade(table, declared);
            CONSEQUENCES.forEach((consequence, rules) -> {
                if (table.sound("quality", consequence)) {
                    var columns = consequence.equals("quarantine") ? made : stored;
                    inspect(table, consequence, rules.apply(table.value().quality()), columns, problems);
                }
            });
        }
    }

    private static void inspect(
            Declared<Table> table,
            String consequence,
            List<String> rules,
            Optional<KnownColumns> columns,
            Consumer<Problem> problems) {
        var setsRowsAside = consequence.equals("quarantine") && table.value() instanceof SilverTable;
        for (var index = 0; index < rules.size(); index++) {
            for (var said : said(rules.get(index), setsRowsAside, columns)) {
                problems.accept(table.problem(said, "quality", consequence, "" + index));
            }
        }
    }

    private static List<String> said(String text, boolean setsRowsAside, Optional<KnownColumns> columns) {
        RuleText rule;
        try {
            rule = RuleText.parse(text);
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        List<String> said = new ArrayList<>();
        for (var kind : rule.kinds()) {
            if (!RuleText.RUNNABLE.contains(kind)) {
                said.add("rule '" + kind + "' is known to DQDL, but Deequ cannot run it here");
            } else if (setsRowsAside && !OF_ROWS.contains(kind)) {
                said.add("rule '" + kind + "' cannot tell single rows, expected in 'quarantine' one of "
                        + String.join(", ", OF_ROWS.stream().sorted().toList()));
            }
        }
        rule.dynamic().forEach(operand -> said.add("operand '" + operand + "' needs earlier runs, expected a number"));
        columns.ifPresent(known -> said.addAll(unknown(rule, known)));
        return said;
    }

    private static List<String> unknown(RuleText rule, KnownColumns known) {
        List<String> said = new ArrayList<>();
        var named = rule.columns().stream();
        for (var condition : rule.conditions()) {
            var parsed = Expression.parse(condition);
            parsed.problem().ifPresent(reason -> said.add("invalid 'where': " + reason.text()));
            named = Stream.concat(named, parsed.value().stream().flatMap(where -> where.columns().stream()));
        }
        named.distinct().flatMap(name -> known.missing(name, "rule").stream()).forEach(said::add);
        return said;
    }
}
