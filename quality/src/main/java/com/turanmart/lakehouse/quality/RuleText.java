package com.turanmart.lakehouse.quality;

import com.turanmart.lakehouse.core.conf.Nearest;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.glue.dqdl.exception.InvalidDataQualityRulesetException;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.model.DQRuleset;
import software.amazon.glue.dqdl.model.condition.Condition;
import software.amazon.glue.dqdl.model.condition.number.BinaryExpressionOperand;
import software.amazon.glue.dqdl.model.condition.number.FunctionCallOperand;
import software.amazon.glue.dqdl.model.condition.number.NumberBasedCondition;
import software.amazon.glue.dqdl.model.condition.number.NumericOperand;
import software.amazon.glue.dqdl.parser.DQDLParser;

/**
 * One rule in DQDL, as its language understands it.
 *
 * @param canonical the same rule as Deequ writes it
 * @param expected what its condition says; empty when its kind says it
 * @param kinds the kinds of rule in it; several when it joins them with and / or
 * @param columns the columns of the table itself that it speaks of
 * @param conditions the SQL conditions (where) that it narrows its rows with
 * @param dynamic operands that need results of earlier runs, which Deequ cannot run
 */
record RuleText(
        String canonical,
        String expected,
        List<String> kinds,
        Set<String> columns,
        List<String> conditions,
        List<String> dynamic) {
    /** What the pinned Deequ runs; the language itself knows more. */
    static final Set<String> RUNNABLE = new TreeSet<>(Set.of(
            "AggregateMatch",
            "ColumnCorrelation",
            "ColumnCount",
            "ColumnDataType",
            "ColumnExists",
            "ColumnLength",
            "ColumnNamesMatchPattern",
            "ColumnValues",
            "Completeness",
            "DataFreshness",
            "DatasetMatch",
            "DistinctValuesCount",
            "Entropy",
            "IsComplete",
            "IsPrimaryKey",
            "IsUnique",
            "Mean",
            "ReferentialIntegrity",
            "RowCount",
            "RowCountMatch",
            "SchemaMatch",
            "StandardDeviation",
            "Sum",
            "UniqueValueRatio",
            "Uniqueness"));

    /** Kinds that are true or false of each row by itself. */
    private static final Set<String> OF_ROWS =
            Set.of("ColumnLength", "ColumnValues", "IsComplete", "IsPrimaryKey", "IsUnique");

    /** Kinds that say something of all rows: where there is no row, nothing breaks them. */
    private static final Set<String> OF_ALL_ROWS = Set.of(
            "ColumnLength", "ColumnValues", "Completeness", "IsComplete", "IsPrimaryKey", "IsUnique", "Uniqueness");

    private static final String SHARE = "a share of good rows ";

    private static final Pattern UNKNOWN = Pattern.compile("Rule Type: (\\w+) is not valid");

    static {
        quietly();
    }

    /** Whether rows that break it can be counted. */
    boolean judgesRows() {
        return OF_ROWS.containsAll(kinds);
    }

    /** How many rows may break it. */
    String threshold() {
        return expected.startsWith(SHARE) ? expected : "none";
    }

    boolean holdsWithoutRows() {
        return OF_ALL_ROWS.containsAll(kinds);
    }

    /** Refuses with {@link IllegalArgumentException} what is not one rule. */
    static RuleText parse(String text) {
        DQRuleset rules;
        try {
            rules = new DQDLParser().parse("Rules = [ " + text + " ]");
        } catch (InvalidDataQualityRulesetException e) {
            throw new IllegalArgumentException(reason(String.valueOf(e.getMessage())), e);
        }
        if (rules.getRules().size() != 1) {
            throw new IllegalArgumentException("found " + rules.getRules().size() + " rules, expected one a line");
        }
        var rule = rules.getRules().get(0);
        var single = single(rule).toList();
        return new RuleText(
                rule.toString(),
                expected(rule),
                single.stream().map(DQRule::getRuleType).distinct().toList(),
                new TreeSet<>(single.stream().flatMap(RuleText::columns).toList()),
                single.stream()
                        .flatMap(part -> Optional.ofNullable(part.getWhereClause()).stream())
                        .toList(),
                single.stream().flatMap(RuleText::dynamic).toList());
    }

    private static String expected(DQRule rule) {
        return Optional.ofNullable(rule.getThresholdCondition())
                .map(condition -> SHARE + condition.getConditionAsString())
                .or(() -> Optional.ofNullable(rule.getCondition()).map(Condition::getConditionAsString))
                .map(text -> text.strip().replaceFirst("^([<>=!]+)(?=\\S)", "$1 "))
                .filter(text -> !text.isEmpty())
                .orElse("");
    }

    private static String reason(String said) {
        var unknown = UNKNOWN.matcher(said);
        if (unknown.find()) {
            var kind = unknown.group(1);
            return RUNNABLE.contains(kind)
                    ? "'" + kind + "' does not take these parameters"
                    : "unknown rule '" + kind + "'" + Nearest.remedy(kind, RUNNABLE);
        }
        return "not DQDL: "
                + said.replace("Parsing Error: ", "").replace("No rules or analyzers provided., line", "line");
    }

    private static Stream<DQRule> single(DQRule rule) {
        var nested = rule.getNestedRules();
        return nested == null || nested.isEmpty()
                ? Stream.of(rule)
                : nested.stream().flatMap(RuleText::single);
    }

    private static Stream<String> columns(DQRule rule) {
        Map<String, String> parameters = rule.getParameters() == null ? Map.of() : rule.getParameters();
        List<String> columns = new ArrayList<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith("TargetColumn") || name.equals("PrimaryDatasetColumns")) {
                columns.addAll(List.of(value.strip().split("\\s*,\\s*")));
            }
        });
        return columns.stream();
    }

    private static Stream<String> dynamic(DQRule rule) {
        return Stream.of(Optional.ofNullable(rule.getCondition()), Optional.ofNullable(rule.getThresholdCondition()))
                .flatMap(Optional::stream)
                .filter(NumberBasedCondition.class::isInstance)
                .flatMap(condition -> ((NumberBasedCondition) condition).getOperands().stream())
                .filter(RuleText::calls)
                .map(NumericOperand::getOperand);
    }

    private static boolean calls(NumericOperand operand) {
        return operand instanceof FunctionCallOperand
                || (operand instanceof BinaryExpressionOperand both
                        && (calls(both.getOperand1()) || calls(both.getOperand2())));
    }

    /** The generated parser prints, when it is loaded, that it was made by another patch of ANTLR; nobody can act on that. */
    private static void quietly() {
        var err = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            new DQDLParser().parse("Rules = [ RowCount > 0 ]");
        } catch (InvalidDataQualityRulesetException e) {
            throw new ExceptionInInitializerError(e);
        } finally {
            System.setErr(err);
        }
    }
}
