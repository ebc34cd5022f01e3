package com.turanmart.lakehouse.core.sql;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;

/**
 * One query, as text that is known to be sound.
 *
 * @param references every place that names a table, in the order of the text; names of CTEs are no tables
 * @param output the columns of the last select
 * @param chance functions that give another value each time: the clock, dice, the place where a row happens to be
 */
public record SqlText(String text, List<TableReference> references, Output output, Set<String> chance) {
    static final ParserInterface PARSER = CatalystSqlParser$.MODULE$;

    /** Refuses what is no query: other statements, and what would read something by a name that is no text. */
    public static Parsed<SqlText> parse(String text) {
        LogicalPlan plan;
        try {
            plan = PARSER.parsePlan(text);
        } catch (Exception e) {
            return new Parsed.Refused<>(SqlProblem.of(e));
        }
        if (plan instanceof Command || plan instanceof ParsedStatement) {
            return new Parsed.Refused<>(new SqlProblem(1, "expected a query, found " + plan.nodeName()));
        }
        var walk = new TableWalk(text);
        walk.start(plan);
        Optional<SqlProblem> refused = walk.refused();
        return refused.isPresent()
                ? new Parsed.Refused<>(refused.get())
                : new Parsed.Sound<>(new SqlText(text, walk.found(), Output.of(plan), walk.chance()));
    }

    /** The names of the tables that it reads. */
    public Set<String> tables() {
        var names = new TreeSet<String>();
        references.forEach(reference -> names.add(reference.name()));
        return names;
    }

    /** The same query over other tables; columns qualified by a table's own name still find it. */
    public String renamed(UnaryOperator<String> names) {
        var renamed = new StringBuilder(text);
        references.stream()
                .sorted(Comparator.comparingInt(TableReference::start).reversed())
                .forEach(reference -> renamed.replace(
                        reference.start(),
                        reference.end(),
                        names.apply(reference.name())
                                + (reference.aliased() ? "" : " AS `" + reference.lastPart() + "`")));
        return renamed.toString();
    }
}
