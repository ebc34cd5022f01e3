package com.turanmart.lakehouse.core.sql;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Add;
import org.apache.spark.sql.catalyst.expressions.EvalMode$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Multiply;
import org.apache.spark.sql.catalyst.expressions.Subtract;
import scala.runtime.AbstractPartialFunction;

/** Expressions whose sums, differences and products are null where they do not fit, instead of wrapping around. */
public final class CheckedArithmetic {
    private CheckedArithmetic() {}

    /** The same expression, checked. */
    public static Column of(Column expression) {
        return new Column(expression.expr().transformUp(new Checked()));
    }

    private static final class Checked extends AbstractPartialFunction<Expression, Expression> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean isDefinedAt(Expression expression) {
            return expression instanceof Add || expression instanceof Subtract || expression instanceof Multiply;
        }

        @Override
        public Expression apply(Expression expression) {
            var children = expression.children();
            var left = children.apply(0);
            var right = children.apply(1);
            if (expression instanceof Add) {
                return new Add(left, right, EvalMode$.MODULE$.TRY());
            }
            return expression instanceof Subtract
                    ? new Subtract(left, right, EvalMode$.MODULE$.TRY())
                    : new Multiply(left, right, EvalMode$.MODULE$.TRY());
        }
    }
}
