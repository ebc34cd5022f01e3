package com.turanmart.lakehouse.core.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.PlanWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Sample;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.collection.JavaConverters;

/** A walk through a parsed query: CTEs, joins, unions and the subqueries inside expressions. */
final class TableWalk {
    private final List<TableReference> found = new ArrayList<>();
    private final List<SqlProblem> refused = new ArrayList<>();
    private final Set<String> chance = new TreeSet<>();

    private final String text;

    TableWalk(String text) {
        this.text = text;
    }

    void start(LogicalPlan plan) {
        plan(plan, Set.of(), false);
    }

    List<TableReference> found() {
        return found.stream()
                .sorted(Comparator.comparingInt(TableReference::start))
                .toList();
    }

    /** Functions that give another value each time. */
    Set<String> chance() {
        return chance;
    }

    Optional<SqlProblem> refused() {
        return refused.stream().findFirst();
    }

    private void plan(LogicalPlan plan, Set<String> ctes, boolean aliased) {
        if (plan instanceof UnresolvedRelation relation) {
            relation(relation, ctes, aliased);
        } else if (plan instanceof UnresolvedWith with) {
            with(with, ctes);
        } else {
            refuse(plan);
            JavaConverters.seqAsJavaList(plan.expressions()).forEach(expression -> expression(expression, ctes, false));
            JavaConverters.seqAsJavaList(plan.children())
                    .forEach(child -> plan(child, ctes, plan instanceof SubqueryAlias));
        }
    }

    /** A CTE sees the ones before it, and the query after them sees all. */
    private void with(UnresolvedWith with, Set<String> outer) {
        var ctes = new HashSet<>(outer);
        for (var cte : JavaConverters.seqAsJavaList(with.cteRelations())) {
            plan(cte._2(), ctes, false);
            ctes.add(cte._1().toLowerCase(Locale.ROOT));
        }
        plan(with.child(), ctes, false);
    }

    /** @param ordered whether what is around it gives its rows an order */
    private void expression(
            org.apache.spark.sql.catalyst.expressions.Expression expression, Set<String> ctes, boolean ordered) {
        if (expression instanceof PlanExpression<?> subquery && subquery.plan() instanceof LogicalPlan plan) {
            plan(plan, ctes, false);
        }
        Chance.in(expression, ordered).ifPresent(chance::add);
        JavaConverters.seqAsJavaList(expression.children())
                .forEach(child -> expression(child, ctes, Chance.orders(expression, ordered)));
    }

    private void relation(UnresolvedRelation relation, Set<String> ctes, boolean aliased) {
        var parts = JavaConverters.seqAsJavaList(relation.multipartIdentifier());
        if (parts.size() == 1 && ctes.contains(parts.get(0).toLowerCase(Locale.ROOT))) {
            return;
        }
        var origin = relation.origin();
        found.add(new TableReference(
                String.join(".", parts),
                offset((int) origin.startIndex().get()),
                offset((int) origin.stopIndex().get() + 1),
                line(relation),
                aliased));
    }

    /** Spark counts characters, a Java text counts a rare one twice. */
    private int offset(int characters) {
        return text.offsetByCodePoints(0, characters);
    }

    /** These read other rows than the table's name says, or run a program. */
    private void refuse(LogicalPlan plan) {
        if (plan instanceof PlanWithUnresolvedIdentifier
                || plan instanceof RelationTimeTravel
                || plan instanceof Sample
                || plan instanceof ScriptTransformation) {
            refused.add(
                    new SqlProblem(line(plan), plan.nodeName() + " is not supported in a query over declared tables"));
        }
    }

    static int line(TreeNode<?> node) {
        return node.origin().line().isDefined() ? (int) node.origin().line().get() : 1;
    }
}
