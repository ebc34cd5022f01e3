package com.turanmart.lakehouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The twins of {@link ArchitectureTest}: every rule finds the offence that was planted for it, and only that one. */
class PlantedOffencesTest {
    private static final String ROOT = Rules.PRODUCT + ".architecture.planted";
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);
    private static final Rules RULES = new Rules(ROOT);

    @Test
    void findsAClassWithoutARoom() {
        assertThat(offenders(RULES.everyClassHasARoom())).containsExactly("attic.Homeless");
    }

    @Test
    void findsARoomThatLooksUp() {
        assertThat(offenders(RULES.seesOnlyRoomsBelow("core"))).containsExactly("core.SeesQuality");
        assertThat(offenders(RULES.seesOnlyRoomsBelow("pipeline"))).containsExactly("pipeline.SeesTheShop");
    }

    @Test
    void findsALayerThatSeesAnother() {
        assertThat(offenders(RULES.seesOnlyRoomsBelow("silver"))).containsExactly("silver.SeesGold");
    }

    @Test
    void findsEveryForeignLibraryOutsideItsPlace() {
        List<List<String>> found = RULES.foreignLibrariesStayInTheirPlace().stream()
                .map(PlantedOffencesTest::offenders)
                .toList();

        assertThat(found)
                .containsExactly(
                        List.of("bronze.KnowsDelta"),
                        List.of("bronze.KnowsDeequ"),
                        List.of("bronze.KnowsScala"),
                        List.of("bronze.KnowsPicocli"),
                        List.of("bronze.KnowsSnakeYaml"),
                        List.of("bronze.KnowsJackson"),
                        List.of("bronze.KnowsHadoop"),
                        List.of("bronze.KnowsArchives"),
                        List.of("bronze.KnowsTheAwsSdk"));
    }

    @Test
    void findsATransformThatTouchesTheSession() {
        assertThat(offenders(RULES.transformsTouchNoSession())).containsExactly("silver.transform.TouchesTheSession");
    }

    @Test
    void findsATransformThatRunsAnAction() {
        assertThat(offenders(RULES.transformsRunNoAction()))
                .containsExactly("silver.transform.HidesAnActionInALambda", "silver.transform.RunsAnAction");
    }

    @Test
    void findsATransformThatReadsTheClockOrRollsDice() {
        assertThat(offenders(RULES.transformsReadNoClockAndRollNoDice()))
                .containsExactly("silver.transform.ReadsTheClock", "silver.transform.RollsDice");
    }

    /** The planted classes that break a rule, as {@code package.Class} below the planted root, sorted. */
    private static List<String> offenders(ArchRule rule) {
        Pattern offender = Pattern.compile(Pattern.quote(ROOT) + "\\.([a-z.]+\\.[A-Z]\\w*)");
        return rule.evaluate(PLANTED).getFailureReport().getDetails().stream()
                .flatMap(line -> offender.matcher(line).results().limit(1))
                .map(match -> match.group(1))
                .distinct()
                .sorted()
                .toList();
    }
}
