package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.pipeline.LibraryLoans.Night;
import com.turanmart.lakehouse.pipeline.cli.Lakehouse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** The members of a public library: a table full of personal data. */
final class LibraryMembers {
    static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    static final String KEY = "correct-horse-battery-staple-0123456789abcdef";

    private static final String HEADER = "Op,change_seq,commit_ts,member,email,phone,born,card,note,visits\n";

    private final Path root;
    private final Path conf;

    LibraryMembers(Path folder) {
        root = folder.resolve("lakehouse");
        conf = folder.resolve("conf");
        key(KEY);
        LakehouseUnderTest.folder(root.resolve("landing"));
        write("env/local.yaml", "description: The library's own machine.\nroot: " + root + "\n");
        write("tables/bronze/desk_members.yaml", """
                table: bronze.desk_members
                description: Members as the desks report them.
                owner: lending
                landing: {path: "desk/members/dt={date}/*.csv", format: csv, dialect: dms}
                columns: [member, email, phone, born, card, note, visits]
                """);
        write("tables/silver/members.yaml", """
                table: silver.members
                description: One row per member.
                owner: lending
                inputs: [bronze.desk_members]
                grain: [member]
                columns:
                  - name: member
                    from: member
                    type: bigint
                    privacy: {kind: pseudonym, secret: &SECRET, domain: member}
                  - name: email
                    from: email
                    type: string
                    written: {normalise: email}
                    privacy: {kind: pseudonym, secret: &SECRET, domain: email, twin: true}
                  - name: phone
                    from: phone
                    type: string
                    written: {normalise: {kind: phone, calling_code: "998", national_digits: 9}}
                    privacy: restricted
                  - {name: birth_year, from: born, type: date, privacy: {kind: generalise, to: year}}
                  - {name: card, from: card, type: string, privacy: {kind: mask, keep_last: 4}}
                  - {name: note, from: note, type: string, privacy: drop}
                  - name: has_note
                    expr: note IS NOT NULL
                    type: boolean
                    privacy: {kind: harmless, because: it only says whether there is one}
                  - {name: visits, from: visits, type: int}
                write: {latest_by: [_sequence], delete_when: "_op = 'D'"}
                quality:
                  quarantine: ['ColumnValues "note" != "BAN"']
                """.replace("&SECRET", "{kind: file, path: " + keyFile() + "}"));
    }

    private Path keyFile() {
        return root.resolveSibling("pseudonyms.key").toAbsolutePath();
    }

    void key(String key) {
        LibraryLoans.write(keyFile(), key.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String file, String text) {
        LibraryLoans.write(conf.resolve(file), text.getBytes(StandardCharsets.UTF_8));
    }

    void deliver(String name, String... lines) {
        LibraryLoans.write(
                root.resolve("landing/desk/members/dt=" + DAY).resolve(name),
                (HEADER + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Path root() {
        return root;
    }

    LakehouseUnderTest tables() {
        return LakehouseUnderTest.inFolder(conf, root);
    }

    /** {@code lakehouse run}, as a person calls it. */
    Night run() {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = Lakehouse.run(
                new PrintWriter(out),
                new PrintWriter(err),
                Map.of(),
                "run",
                "--conf",
                conf.toString(),
                "--date",
                DAY.toString());
        return new Night(exitCode, out.toString(), err.toString(), root);
    }
}
