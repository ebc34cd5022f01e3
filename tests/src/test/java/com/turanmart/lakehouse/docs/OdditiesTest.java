package com.turanmart.lakehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.architecture.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the pages on oddities and on real files promise is tested: each row names a test that is there. */
class OdditiesTest {
    private static final Path ROOT = Repository.root();
    private static final String ROW = "^\\| (?!oddity|archive|---).*\\| *`?([^|`]*)`? *\\|$";

    @Test
    void everyRowNamesATestThatIsThere() throws IOException {
        var named = tests(Page.read(ROOT.resolve("docs/oddities.md")));

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(absent(named)).isEmpty();
    }

    @Test
    void everyRealFileNamesATestThatIsThere() throws IOException {
        var page = Page.read(ROOT.resolve("docs/real-data.md"));
        var files = page.text().substring(0, page.text().indexOf("\n## "));
        var named = tests(new Page(page.file(), files));

        assertThat(named).hasSizeGreaterThan(8);
        assertThat(absent(named)).isEmpty();
    }

    @Test
    void seesARowWhoseTestIsNotThere() throws IOException {
        var page = new Page(Path.of("planted.md"), """
                | oddity | becomes | why | test |
                | --- | --- | --- | --- |
                | a | b | c | `OdditiesTest.everyRowNamesATestThatIsThere` |
                | a | b | c | `OdditiesTest.absent` |
                | a | b | c | `NoSuchTest.everyRowNamesATestThatIsThere` |
                | a | b | c | |
                """);

        assertThat(absent(tests(page)))
                .containsExactly("OdditiesTest.absent", "NoSuchTest.everyRowNamesATestThatIsThere", "");
    }

    private static List<String> tests(Page page) {
        return page.find(ROW).map(row -> row.group(1).strip()).toList();
    }

    private static List<String> absent(List<String> named) throws IOException {
        var sources = sources();
        return named.stream()
                .filter(test -> {
                    var parts = (test + ".").split("\\.", -1);
                    var method = "@(Parameterized)?Test\\n(    @[^\\n]*\\n|        [^\\n]*\\n|    \\}\\)\\n)*    void "
                            + Pattern.quote(parts[1]) + "\\(";
                    return !Pattern.compile(method)
                            .matcher(sources.getOrDefault(parts[0], ""))
                            .find();
                })
                .toList();
    }

    private static Map<String, String> sources() throws IOException {
        try (var files = Files.walk(ROOT.resolve("tests/src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), Repository::read));
        }
    }
}
