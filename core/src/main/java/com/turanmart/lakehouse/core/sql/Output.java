package com.turanmart.lakehouse.core.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.analysis.MultiAlias;
import org.apache.spark.sql.catalyst.analysis.Star;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAlias;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * The columns that a query gives.
 *
 * @param columns by name, in order, as the first branch of a union names them
 * @param stars lines on which a last select says {@code *}
 * @param unnamed lines on which a last select gives an expression without a name
 */
public record Output(List<String> columns, List<Integer> stars, List<Integer> unnamed) {

    static Output of(LogicalPlan plan) {
        if (plan instanceof Project project) {
            return of(project.projectList());
        }
        if (plan instanceof Aggregate aggregate) {
            return of(aggregate.aggregateExpressions());
        }
        if (plan instanceof UnresolvedRelation) {
            return new Output(List.of(), List.of(TableWalk.line(plan)), List.of());
        }
        var branches = JavaConverters.seqAsJavaList(plan.children()).stream()
                .map(Output::of)
                .toList();
        return branches.stream()
                .reduce((first, other) -> new Output(first.columns, both(first.stars, other.stars), first.unnamed))
                .orElse(new Output(List.of(), List.of(), List.of()));
    }

    private static Output of(Seq<NamedExpression> selected) {
        List<String> columns = new ArrayList<>();
        List<Integer> stars = new ArrayList<>();
        List<Integer> unnamed = new ArrayList<>();
        for (var column : JavaConverters.seqAsJavaList(selected)) {
            var expression = column instanceof UnresolvedAlias alias ? alias.child() : (Expression) column;
            if (expression instanceof Alias alias) {
                columns.add(alias.name());
            } else if (expression instanceof MultiAlias alias) {
                columns.addAll(JavaConverters.seqAsJavaList(alias.names()));
            } else if (expression instanceof UnresolvedAttribute attribute) {
                columns.add(attribute.nameParts().last());
            } else {
                (expression instanceof Star ? stars : unnamed).add(TableWalk.line(expression));
            }
        }
        return new Output(List.copyOf(columns), List.copyOf(stars), List.copyOf(unnamed));
    }

    private static List<Integer> both(List<Integer> left, List<Integer> right) {
        List<Integer> both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }
}
