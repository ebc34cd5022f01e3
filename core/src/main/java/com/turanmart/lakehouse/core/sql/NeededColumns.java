package com.turanmart.lakehouse.core.sql;

import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LeafNode;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.View;
import scala.collection.JavaConverters;

/** The columns that a query names, itself or by a star: without one of them it could not be read any more. */
public final class NeededColumns {
    /** As Spark compares them. */
    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private NeededColumns() {}

    /** Those of all tables together. */
    public static Set<String> of(Dataset<Row> query) {
        var needed = new NeededColumns();
        var plan = query.queryExecution().analyzed();
        needed.walk(plan, true);
        JavaConverters.seqAsJavaList(plan.subqueriesAll()).forEach(inner -> needed.walk(inner, true));
        return needed.names;
    }

    /** @param all whether all of a plan's columns are taken, by their places and not by their names */
    private void walk(LogicalPlan plan, boolean all) {
        if (plan instanceof LeafNode || plan instanceof View) {
            if (all) {
                plan.output().foreach(column -> names.add(column.name()));
            }
            return;
        }
        plan.references().foreach(column -> names.add(column.name()));
        var allOfChildren = !chooses(plan) && (all || !passesOn(plan));
        JavaConverters.seqAsJavaList(plan.children()).forEach(child -> walk(child, allOfChildren));
    }

    private static boolean chooses(LogicalPlan plan) {
        return plan instanceof Project || plan instanceof Aggregate;
    }

    private static boolean passesOn(LogicalPlan plan) {
        return plan instanceof SubqueryAlias
                || plan instanceof Filter
                || plan instanceof Join
                || plan instanceof Generate;
    }
}
