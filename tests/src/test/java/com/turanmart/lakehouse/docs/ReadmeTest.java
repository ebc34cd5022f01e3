package com.turanmart.lakehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.turanmart.lakehouse.architecture.Repository;
import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Configurations;
import com.turanmart.lakehouse.core.conf.Overrides;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.core.run.StepReport;
import com.turanmart.lakehouse.core.run.StepResult;
import com.turanmart.lakehouse.docs.Page.Block;
import com.turanmart.lakehouse.pipeline.cli.Subcommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReadmeTest {
    private static final Path ROOT = Repository.root();
    private static final Page README = Page.read(ROOT.resolve("README.md"));
    private static final Page OPERATIONS = Page.read(ROOT.resolve("docs/operations.md"));
    private static final Page RUN_REPORT = Page.read(ROOT.resolve("docs/run-report.md"));
    private static final Set<String> OF_EVERY_COMMAND = Set.of("--help", "--version", "--verbose");

    @Test
    void quotesConfigurationAsItIs() {
        var quotations =
                examples().filter(block -> path(block).startsWith("conf/")).toList();

        assertThat(quotations)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(block -> assertThat(Repository.read(ROOT.resolve(path(block))))
                        .as(path(block))
                        .contains(block.withoutFirstLine()));
    }

    @Test
    void itsOwnExampleIsAConfigurationWithoutAProblem(@TempDir Path folder) throws IOException {
        var files = examples().filter(block -> !path(block).startsWith("conf/")).toList();
        for (var file : files) {
            Files.createDirectories(folder.resolve(path(file)).getParent());
            Files.writeString(folder.resolve(path(file)), file.withoutFirstLine());
        }
        var conf = folder.resolve(Path.of(path(files.get(0))).getName(0));

        var reading =
                Configurations.read(conf, ROOT.resolve("conf/env/local.yaml").toString(), Map.of());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.orRefuse().tables()).hasSize(3);
        assertThat(reading.orRefuse().sql()).hasSize(1);
        assertThat(reading.orRefuse().tables(BronzeTable.class))
                .allSatisfy(
                        table -> assertThat(README.text()).contains("\n" + String.join(",", table.columns()) + "\n"));
    }

    @Test
    void everyExampleSaysWhichFileItIs() {
        assertThat(examples())
                .allSatisfy(block -> assertThat(block.firstLine()).matches("(#|--) [a-z_/]+\\.(yaml|sql)"));
    }

    @Test
    void namesCommandsAndFlagsThatExist() {
        var known = commands();

        assertThat(pages().flatMap(page -> calls(page).entrySet().stream()).toList())
                .hasSizeGreaterThan(5)
                .allSatisfy(call -> assertThat(known.getOrDefault(call.getKey(), Set.of("no such command")))
                        .as(call.getKey())
                        .containsAll(call.getValue()));
    }

    @Test
    void namesEveryCommandWithAllItsFlags() {
        var named = calls(README);

        commands()
                .forEach((command, flags) -> assertThat(
                                Stream.concat(OF_EVERY_COMMAND.stream(), named.getOrDefault(command, Set.of()).stream())
                                        .collect(Collectors.toSet()))
                        .as(command)
                        .containsAll(flags));
    }

    @Test
    void namesTheTestCommand() {
        var tests = README.text().substring(README.text().indexOf("\n## Tests\n"));

        assertThat(new Page(README.file(), tests).blocks().get(0).text()).isEqualTo("scripts/check\n");
        assertThat(ROOT.resolve("scripts/check")).isExecutable();
    }

    @Test
    void namesVariablesThatExist() {
        var known = Stream.concat(new Overrides().names().stream(), Stream.of("LAKEHOUSE_MEMORY", "LAKEHOUSE_REALDATA"))
                .toList();

        assertThat(pages().flatMap(page -> page.find("\\bLAKEHOUSE_(?!SECRET_)\\w+"))
                        .map(found -> found.group()))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void linksAndFilesExist() {
        var ours = "`((?:" + folders() + ")/[\\w./-]+)`";

        assertThat(pages()).allSatisfy(page -> {
            var links = page.findInProse("\\]\\(([^)#]+)[^)]*\\)")
                    .map(found -> found.group(1))
                    .filter(link -> !link.startsWith("http"))
                    .map(link -> page.file().resolveSibling(link));
            var files = page.findInProse(ours).map(found -> ROOT.resolve(found.group(1)));
            assertThat(Stream.concat(links, files))
                    .allSatisfy(file -> assertThat(file).exists());
        });
    }

    @Test
    void exitCodesAreTheProductsOwn() {
        var codes = Arrays.stream(ExitCode.values())
                .map(code -> code.number() + " "
                        + code.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();

        assertThat(README.find("^\\| (\\d+) \\| ([a-z ]+) \\|").map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyElementsOf(codes);
        assertThat(OPERATIONS.find("^### (\\d+): ([a-z ]+)$").map(title -> title.group(1) + " " + title.group(2)))
                .containsExactlyElementsOf(codes);
    }

    @Test
    void theRunReportPageNamesEveryFieldAndNoOther() throws IOException {
        var step = new StepReport("", "", 0, StepResult.of(Outcome.UNCHANGED));
        var run = new Run("", LocalDate.EPOCH, Instant.EPOCH);
        var fields = fields(new RunReport(run, 0, List.of(step)).toJson());

        assertThat(RUN_REPORT.find("^\\| `([a-z_.\\[\\]]+)` \\| (?!\\d \\|)").map(row -> row.group(1)))
                .containsExactlyElementsOf(fields);
        assertThat(RUN_REPORT.blocks())
                .filteredOn(block -> block.kind().equals("json"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(fields(block.text())).isEqualTo(fields));
    }

    @Test
    void theRunReportPageNamesEveryOutcome() {
        var outcomes = Arrays.stream(Outcome.values())
                .map(outcome -> entry(
                        outcome.name().toLowerCase(Locale.ROOT),
                        "" + outcome.exitCode().number()))
                .toList();

        assertThat(RUN_REPORT.find("^\\| `([a-z]+)` \\| (\\d) \\|").map(row -> entry(row.group(1), row.group(2))))
                .containsExactlyElementsOf(outcomes);
    }

    private static Stream<Page> pages() {
        var docs =
                Repository.files(ROOT.resolve("docs"), file -> file.toString().endsWith(".md")).stream();
        var top = Stream.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md").map(ROOT::resolve);
        return Stream.concat(top, docs).map(Page::read);
    }

    private static Stream<Block> examples() {
        return README.blocks().stream().filter(block -> Set.of("yaml", "sql").contains(block.kind()));
    }

    private static String path(Block block) {
        return block.firstLine().replaceFirst("^(#|--) ", "");
    }

    /** Folders of the repository, as alternatives of a regular expression. */
    private static String folders() {
        try (var files = Files.list(ROOT)) {
            return files.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("[a-z]+"))
                    .collect(Collectors.joining("|"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Options by command, as the command line knows them. */
    private static Map<String, Set<String>> commands() {
        return ServiceLoader.load(Subcommand.class).stream()
                .map(found -> new CommandLine(found.get()).getCommandSpec())
                .collect(Collectors.toMap(
                        spec -> spec.name(),
                        spec -> options(spec)
                                .filter(name -> name.startsWith("--"))
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    /** Of a command and of those below it. */
    private static Stream<String> options(CommandLine.Model.CommandSpec spec) {
        return Stream.concat(
                spec.optionsMap().keySet().stream(),
                spec.subcommands().values().stream().flatMap(below -> options(below.getCommandSpec())));
    }

    /** Flags by command, as a page names them. */
    private static Map<String, Set<String>> calls(Page page) {
        var calls = new TreeMap<String, Set<String>>();
        page.find("(?:scripts/|`)lakehouse ([a-z]+)\\b([^`\\n]*)").forEach(call -> {
            var flags = calls.computeIfAbsent(call.group(1), command -> new TreeSet<>());
            Arrays.stream(call.group(2).split("[\\s\\[\\]]+"))
                    .filter(word -> word.matches("--[a-z0-9-]+"))
                    .forEach(flags::add);
        });
        return calls;
    }

    /** Every field with its path, in the order of the report; of a list the first element. */
    private static List<String> fields(String json) throws IOException {
        return fields("", new JsonMapper().readTree(json)).distinct().toList();
    }

    private static Stream<String> fields(String path, JsonNode node) {
        return node.properties().stream().flatMap(field -> {
            var name = path + field.getKey();
            var value = field.getValue();
            var inner = value.isArray()
                    ? Stream.of(value.path(0)).flatMap(first -> fields(name + "[].", first))
                    : fields(name + ".", value);
            return Stream.concat(Stream.of(name), inner);
        });
    }
}
