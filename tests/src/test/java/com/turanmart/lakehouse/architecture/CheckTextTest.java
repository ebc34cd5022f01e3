package com.turanmart.lakehouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The planted offences of {@code scripts/check-text}. */
class CheckTextTest {
    @TempDir
    private Path repository;

    @Test
    void findsOpenWork() throws Exception {
        assertThat(check("notes.md", "TO" + "DO: later\n")).contains("notes.md:1:", "open work");
    }

    @Test
    void findsAPathOfOneMachine() throws Exception {
        assertThat(check("notes.md", "see /ro" + "ot/shop\n")).contains("notes.md:1:", "path of one machine");
    }

    @Test
    void findsAFileThatEndsWithoutNewline() throws Exception {
        assertThat(check("notes.md", "the end")).contains("notes.md: no newline at the end");
    }

    @Test
    void findsAShellScriptThatDoesNotParse() throws Exception {
        assertThat(check("start", "#!/usr/bin/env bash\nif\n")).contains("not valid shell", "start: not executable");
    }

    @Test
    void findsAVersionInAModulePom() throws Exception {
        assertThat(check("core/pom.xml", "<version>1.0</version>\n")).contains("versions live in the parent pom");
    }

    @Test
    void isSilentWhenAllIsWell() throws Exception {
        assertThat(check("notes.md", "Nothing open, landing under s3a://landing/home/.\n"))
                .isEmpty();
    }

    /** What the check says about a repository that holds one file. */
    private String check(String file, String text) throws IOException, InterruptedException {
        run("git", "init", "-q", repository.toString());
        Files.createDirectories(repository.resolve(file).getParent());
        Files.writeString(repository.resolve(file), text);

        return run("bash", Repository.root().resolve("scripts/check-text").toString(), repository.toString());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(output.isEmpty() ? 0 : 1);
        return output;
    }
}
