package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.sql.Expression;
import java.util.function.Consumer;

/** Grain, order of versions and condition of deletion of a silver table, which must speak of its columns. */
public final class SilverKeys implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(SilverTable.class)
                .forEach(table -> KnownColumns.of(table, declared).ifPresent(known -> inspect(table, known, problems)));
    }

    private static void inspect(Declared<SilverTable> table, KnownColumns known, Consumer<Problem> problems) {
        var grain = table.value().grain();
        for (var index = 0; table.sound("grain") && index < grain.size(); index++) {
            var place = "" + index;
            known.missing(grain.get(index), "grain")
                    .ifPresent(said -> problems.accept(table.problem(said, "grain", place)));
        }
        var ordered = known.and(BronzeTable.TECHNICAL);
        var latestBy = table.value().write().latestBy();
        var declaresOrder = table.sound("write", "latest_by") && !(table.value().write() instanceof Write.Append);
        for (var index = 0; declaresOrder && index < latestBy.size(); index++) {
            var place = "" + index;
            ordered.missing(latestBy.get(index), "latest_by")
                    .ifPresent(said -> problems.accept(table.problem(said, "write", "latest_by", place)));
        }
        if (table.sound("write", "delete_when") && table.value().write() instanceof Write.Merge merge) {
            merge.deleteWhen().ifPresent(condition -> deleteWhen(table, condition, ordered, problems));
        }
    }

    private static void deleteWhen(
            Declared<SilverTable> table, String condition, KnownColumns known, Consumer<Problem> problems) {
        var parsed = Expression.parse(condition);
        parsed.problem()
                .ifPresent(reason -> problems.accept(
                        table.problem("invalid 'delete_when': " + reason.text(), "write", "delete_when")));
        parsed.value().stream()
                .flatMap(expression -> expression.columns().stream())
                .flatMap(name -> known.missingInSql(name, "delete_when").stream())
                .forEach(said -> problems.accept(table.problem(said, "write", "delete_when")));
    }
}
