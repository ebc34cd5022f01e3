package com.turanmart.lakehouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(Rules.PRODUCT);
    private static final Rules RULES = new Rules(Rules.PRODUCT);

    @Test
    void seesEveryClassThatHasASource() {
        for (String room : Rules.rooms()) {
            assertThat(seen(room)).as("classes of room %s", room).containsAll(sources(room));
        }

        assertThat(seen("core")).isNotEmpty();
        assertThat(seen("pipeline")).isNotEmpty();
        assertThat(seen("silver")).anyMatch(name -> name.contains(".transform."));
    }

    @Test
    void everyClassHasARoom() {
        RULES.everyClassHasARoom().check(PRODUCT);
    }

    @Test
    void roomsSeeOnlyRoomsBelow() {
        Rules.rooms().forEach(room -> RULES.seesOnlyRoomsBelow(room).check(PRODUCT));
    }

    @Test
    void foreignLibrariesStayInTheirPlace() {
        assertThat(RULES.foreignLibrariesStayInTheirPlace()).allSatisfy(rule -> rule.check(PRODUCT));
    }

    @Test
    void transformsTouchNoSession() {
        RULES.transformsTouchNoSession().check(PRODUCT);
    }

    @Test
    void transformsRunNoAction() {
        RULES.transformsRunNoAction().check(PRODUCT);
    }

    @Test
    void transformsReadNoClockAndRollNoDice() {
        RULES.transformsReadNoClockAndRollNoDice().check(PRODUCT);
    }

    private static List<String> seen(String room) {
        String prefix = Rules.PRODUCT + "." + room + ".";
        return PRODUCT.stream()
                .map(JavaClass::getName)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    private static List<String> sources(String room) {
        Path java =
                Repository.root().resolve(room.equals("shop") ? "tests" : room).resolve("src/main/java");
        return Repository.files(java, file -> file.toString().endsWith(".java")).stream()
                .map(file -> java.relativize(file).toString())
                .filter(file -> !file.endsWith("package-info.java"))
                .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.'))
                .toList();
    }
}
