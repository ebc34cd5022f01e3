package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.conf.Upkeep;
import com.turanmart.lakehouse.core.sql.Touch;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Consumer;

/** What a table by SQL says about the units that a changed input touches: for each input, and in terms of what it reads. */
public final class TouchedUnits implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        declared.tables(SqlTable.class).forEach(mart -> {
            if (mart.sound("inputs") && mart.sound("touched") && mart.sound("kind")) {
                if (mart.value().kind() == Upkeep.FULL) {
                    nothing(mart, problems);
                } else {
                    inputs(mart, declared, problems);
                }
            }
            mart.value().touched().forEach((input, text) -> {
                if (mart.sound("touched", input.toString())) {
                    touch(mart, input, text, declared, problems);
                }
            });
        });
    }

    private static void nothing(Declared<SqlTable> mart, Consumer<Problem> problems) {
        Map.of("touched", mart.value().touched(), "narrow", mart.value().narrow())
                .forEach((key, inputs) -> inputs.keySet().stream()
                        .limit(1)
                        .forEach(input -> problems.accept(mart.problem(
                                "'" + key + "' in a table of kind full, which has no units: leave it out", key))));
    }

    private static void inputs(Declared<SqlTable> mart, Declarations declared, Consumer<Problem> problems) {
        var inputs = mart.value().inputs().stream().map(TableName::toString).toList();
        var mismatch = Mismatch.between(
                mart.value().touched().keySet().stream()
                        .map(TableName::toString)
                        .toList(),
                inputs);
        mismatch.strays().forEach((name, meant) -> {
            if (meant.stream().noneMatch(input -> unknown(input, declared))) {
                problems.accept(mart.problem(
                        "'" + name + "' in 'touched' is no input"
                                + meant.map(input -> ". Did you mean '" + input + "'?")
                                        .orElse(". Inputs: " + String.join(", ", inputs)),
                        "touched",
                        name));
            }
        });
        mismatch.unused().stream()
                .filter(input -> !unknown(input, declared))
                .forEach(input -> problems.accept(mart.problem(
                        "missing key '" + input + "' in 'touched': which units a changed row of it touches",
                        "touched")));
    }

    private static boolean unknown(String input, Declarations declared) {
        return declared.table(TableName.parse(input)).isEmpty();
    }

    private static void touch(
            Declared<SqlTable> mart, TableName input, String text, Declarations declared, Consumer<Problem> problems) {
        var key = "touched." + input;
        var parsed = Touch.parse(text);
        parsed.problem()
                .ifPresent(reason -> problems.accept(
                        mart.problem("invalid '" + key + "': " + reason.text(), "touched", input.toString())));
        parsed.value().ifPresent(touch -> {
            KnownColumns.ofInput(input, declared).stream()
                    .flatMap(known -> touch.columns().stream().flatMap(name -> known.missingInSql(name, key).stream()))
                    .forEach(said -> problems.accept(mart.problem(said, "touched", input.toString())));
            reads(mart, input, touch, problems);
        });
    }

    private static void reads(Declared<SqlTable> mart, TableName input, Touch touch, Consumer<Problem> problems) {
        var key = input.toString();
        var readable = new ArrayList<>(
                mart.value().inputs().stream().map(TableName::toString).toList());
        readable.add(Touch.CHANGED);
        if (mart.value().readsItself()) {
            readable.add(mart.value().table().toString());
        }
        if (!touch.query().tables().contains(Touch.CHANGED)) {
            problems.accept(
                    mart.problem("invalid 'touched." + key + "': the query never reads 'changed'", "touched", key));
        }
        touch.query().tables().stream()
                .filter(table -> mart.sound("inputs") && !readable.contains(table))
                .forEach(table -> problems.accept(mart.problem(
                        "invalid 'touched." + key + "': it reads '" + table + "', which is no input"
                                + Nearest.remedy(table, readable),
                        "touched",
                        key)));
    }
}
