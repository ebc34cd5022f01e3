package com.turanmart.lakehouse.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The rules for all classes under one root package: the product's own, or the planted one. */
record Rules(String root) {
    static final String PRODUCT = "com.turanmart.lakehouse";

    private static final Map<String, Set<String>> SEEN_BY_ROOM = Map.of(
            "core", Set.of(),
            "quality", Set.of("core"),
            "bronze", Set.of("core", "quality"),
            "silver", Set.of("core", "quality"),
            "gold", Set.of("core", "quality"),
            "pipeline", Set.of("core", "quality", "bronze", "silver", "gold"),
            "shop", Set.of("core", "quality", "bronze", "silver", "gold", "pipeline"));

    private static final Set<String> ACTIONS = Set.of(
            "cache",
            "checkpoint",
            "collect",
            "collectAsList",
            "count",
            "createGlobalTempView",
            "createOrReplaceGlobalTempView",
            "createOrReplaceTempView",
            "createTempView",
            "describe",
            "explain",
            "first",
            "foreach",
            "foreachPartition",
            "head",
            "isEmpty",
            "javaRDD",
            "localCheckpoint",
            "persist",
            "rdd",
            "reduce",
            "show",
            "sparkSession",
            "sqlContext",
            "summary",
            "tail",
            "take",
            "takeAsList",
            "toJavaRDD",
            "toLocalIterator",
            "unpersist",
            "write",
            "writeStream",
            "writeTo");
    private static final Set<String> CLOCKS_AND_DICE = Set.of(
            "curdate",
            "current_date",
            "current_timestamp",
            "localtimestamp",
            "monotonically_increasing_id",
            "now",
            "rand",
            "randn",
            "unix_timestamp",
            "uuid");

    static Set<String> rooms() {
        return SEEN_BY_ROOM.keySet();
    }

    ArchRule everyClassHasARoom() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(rooms().stream().map(this::in).toArray(String[]::new));
    }

    ArchRule seesOnlyRoomsBelow(String room) {
        String[] hidden = rooms().stream()
                .filter(other -> !other.equals(room))
                .filter(other -> !SEEN_BY_ROOM.get(room).contains(other))
                .map(this::in)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(in(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(hidden)
                .allowEmptyShould(true);
    }

    List<ArchRule> foreignLibrariesStayInTheirPlace() {
        return List.of(
                only("Delta", List.of("io.delta..", "org.apache.spark.sql.delta.."), "core.table"),
                only("Deequ", List.of("com.amazon.deequ..", "software.amazon.glue.."), "quality"),
                only("Scala", List.of("scala.."), "quality", "core.table", "core.sql"),
                only("picocli", List.of("picocli.."), "pipeline.cli", "shop"),
                only("SnakeYAML", List.of("org.yaml.."), "core.conf"),
                only(
                        "Jackson",
                        List.of("com.fasterxml.jackson.."),
                        "bronze.format",
                        "bronze.manifest",
                        "core.conf",
                        "core.reference",
                        "core.run",
                        "pipeline",
                        "silver.value"),
                only("Hadoop", List.of("org.apache.hadoop.."), "core.storage", "shop"),
                only("archives", List.of("org.apache.commons.compress..", "com.github.luben.."), "bronze.format"),
                only("the AWS SDK", List.of("software.amazon.awssdk.."), "core.storage"));
    }

    ArchRule transformsTouchNoSession() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..transform..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "org\\.apache\\.spark\\.sql\\.(SparkSession|SQLContext|.*(Reader|Writer|WriterV2))(\\$.*)?")
                .allowEmptyShould(true);
    }

    ArchRule transformsRunNoAction() {
        return noTransformCalls("an action of Dataset", Rules::isAction);
    }

    ArchRule transformsReadNoClockAndRollNoDice() {
        return noTransformCalls("a clock or dice", Rules::isClockOrDice);
    }

    private static boolean isAction(JavaCall<?> call) {
        return call.getTargetOwner().getName().equals("org.apache.spark.sql.Dataset")
                && ACTIONS.contains(call.getName());
    }

    private static boolean isClockOrDice(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        return switch (call.getName()) {
            case "now" -> owner.startsWith("java.time.") || owner.equals("org.apache.spark.sql.functions");
            case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
            case "random" -> owner.equals("java.lang.Math");
            case "randomUUID" -> owner.equals("java.util.UUID");
            case "<init>" -> owner.equals("java.util.Random") || owner.equals("java.util.Date");
            default ->
                owner.startsWith("java.time.Clock")
                        || (owner.equals("org.apache.spark.sql.functions") && CLOCKS_AND_DICE.contains(call.getName()));
        };
    }

    private ArchRule noTransformCalls(String what, Predicate<JavaCall<?>> forbidden) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..transform..")
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(what, forbidden))
                .allowEmptyShould(true);
    }

    private ArchRule only(String library, List<String> packages, String... places) {
        String[] allowed = List.of(places).stream().map(this::in).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages.toArray(String[]::new))
                .as("only " + String.join(", ", places) + " know " + library)
                .allowEmptyShould(true);
    }

    private String in(String room) {
        return root + "." + room + "..";
    }
}
