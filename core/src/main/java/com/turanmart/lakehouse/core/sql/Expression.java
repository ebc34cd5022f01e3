package com.turanmart.lakehouse.core.sql;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.LambdaFunction;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.expressions.UnresolvedNamedLambdaVariable;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * A SQL expression over the columns of one row.
 *
 * @param columns the columns that it refers to, as it writes them
 */
public record Expression(Set<String> columns) {
    /** Functions that SQL writes without parentheses, so that they look like columns. */
    private static final Set<String> CALLED_LIKE_COLUMNS =
            Set.of("current_date", "current_timestamp", "localtimestamp", "current_user", "user");

    public static Parsed<Expression> parse(String text) {
        org.apache.spark.sql.catalyst.expressions.Expression root;
        try {
            root = SqlText.PARSER.parseExpression(text);
        } catch (Exception e) {
            return new Parsed.Refused<>(SqlProblem.of(e));
        }
        if (root instanceof NamedExpression && !(root instanceof UnresolvedAttribute)) {
            return new Parsed.Refused<>(new SqlProblem(1, "an expression without AS is expected"));
        }
        if (holdsQuery(root)) {
            return new Parsed.Refused<>(new SqlProblem(1, "a subquery is not possible in an expression over one row"));
        }
        var columns = new TreeSet<String>();
        collect(root, Set.of(), columns);
        return new Parsed.Sound<>(new Expression(columns));
    }

    private static boolean holdsQuery(org.apache.spark.sql.catalyst.expressions.Expression expression) {
        return expression instanceof PlanExpression<?>
                || JavaConverters.seqAsJavaList(expression.children()).stream().anyMatch(Expression::holdsQuery);
    }

    /** @param bound the parameters of the lambdas around the expression */
    private static void collect(
            org.apache.spark.sql.catalyst.expressions.Expression expression, Set<String> bound, Set<String> columns) {
        if (expression instanceof UnresolvedAttribute attribute) {
            add(attribute.nameParts(), bound, columns);
        } else if (expression instanceof UnresolvedNamedLambdaVariable variable) {
            add(variable.nameParts(), bound, columns);
        } else if (expression instanceof LambdaFunction lambda) {
            var inner = new HashSet<>(bound);
            JavaConverters.seqAsJavaList(lambda.arguments())
                    .forEach(parameter -> inner.add(parameter.name().toLowerCase(Locale.ROOT)));
            collect(lambda.function(), inner, columns);
        } else {
            JavaConverters.seqAsJavaList(expression.children()).forEach(child -> collect(child, bound, columns));
        }
    }

    private static void add(Seq<String> parts, Set<String> bound, Set<String> columns) {
        var name = parts.head();
        var lower = name.toLowerCase(Locale.ROOT);
        if (!bound.contains(lower) && !CALLED_LIKE_COLUMNS.contains(lower)) {
            columns.add(name);
        }
    }
}
