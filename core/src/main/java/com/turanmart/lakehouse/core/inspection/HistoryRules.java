package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.HistoryRule;
import com.turanmart.lakehouse.core.conf.HistoryRule.Metric;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Rules over earlier results: a measure of columns that are there, and bounds that leave room. */
public final class HistoryRules implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables().stream()
                .filter(table -> table.sound("quality", "history"))
                .forEach(table -> inspect(table, KnownColumns.of(table, declared), problems));
    }

    private static void inspect(Declared<Table> table, Optional<KnownColumns> known, Consumer<Problem> problems) {
        var rules = table.value().quality().history();
        var names = new HashSet<String>();
        for (var index = 0; index < rules.size(); index++) {
            var rule = rules.get(index);
            var place = "" + index;
            var said = new ArrayList<>(form(rule));
            if (!names.add(rule.name())) {
                said.add("two rules of " + rule.name());
            }
            known.ifPresent(columns -> said.addAll(unknown(rule, columns)));
            said.forEach(text -> problems.accept(table.problem(text, "quality", "history", place)));
        }
    }

    private static List<String> form(HistoryRule rule) {
        var said = new ArrayList<String>();
        if (rule.metric() == Metric.ROW_COUNT && rule.column().isPresent()) {
            said.add("'column' beside 'row_count', which counts rows");
        } else if (rule.metric() != Metric.ROW_COUNT && rule.column().isEmpty()) {
            said.add("missing key 'column': of which column");
        }
        if (rule.least() > rule.most()) {
            said.add("'least' is " + rule.least() + ", expected no more than 'most', which is " + rule.most());
        }
        return said;
    }

    private static List<String> unknown(HistoryRule rule, KnownColumns known) {
        return Stream.concat(
                        rule.column().stream().flatMap(name -> known.missing(name, "column").stream()),
                        rule.day().stream().flatMap(name -> known.missing(name, "day").stream()))
                .toList();
    }
}
