package com.turanmart.lakehouse.quality;

import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Release;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.storage.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** What people let pass: a file for each release, written once and never changed, in {@code ops/releases}. */
public record Releases(List<Release> open) {
    private static final String FOLDER = "releases";

    /** Those that count in a run. */
    public static Releases in(Storage storage, Run run) {
        return new Releases(storage.files(Zone.OPS, FOLDER).stream()
                .filter(file -> file.path().endsWith(".json"))
                .map(file -> read(storage, file))
                .filter(release -> release.isOpen(run))
                .toList());
    }

    /** Refuses one that is there already. */
    public static void add(Storage storage, Release release) {
        var rule = UUID.nameUUIDFromBytes(release.rule().getBytes(StandardCharsets.UTF_8));
        var path = FOLDER + "/" + release.group() + "/" + release.run() + "-" + rule + ".json";
        if (storage.files(Zone.OPS, FOLDER).stream()
                .anyMatch(file -> file.path().equals(path))) {
            throw new Refusal(
                    ExitCode.WRONG_CALL,
                    "Cannot release: this rule of run " + release.run() + " was released before, see "
                            + storage.place(Zone.OPS) + "/" + path + ".");
        }
        try {
            storage.create(
                    Zone.OPS, path, new ByteArrayInputStream(release.toJson().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.SAFE_TO_RERUN,
                    "Cannot write " + storage.place(Zone.OPS) + "/" + path + ": " + e.getMessage() + ". Try again.",
                    e);
        }
    }

    /** Those about the group of a table; only a mart has one. */
    public List<Release> of(Table table) {
        return open.stream()
                .filter(release ->
                        table instanceof GoldTable mart && mart.group().equals(release.group()))
                .toList();
    }

    /** The same rules with those let pass that somebody answers for. */
    RuleResult apply(Table table, RuleResult result) {
        return result.holds()
                        && of(table).stream().anyMatch(release -> release.rule().equals(result.rule()))
                ? result.released()
                : result;
    }

    private static Release read(Storage storage, StoredFile file) {
        try (var in = storage.open(file.uri())) {
            return Release.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ExitCode.NEEDS_A_PERSON,
                    file.uri() + " is " + e.getMessage() + ". Take it away and release again: lakehouse release",
                    e);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.SAFE_TO_RERUN, "Cannot read " + file.uri() + ": " + e.getMessage() + ". Run again.", e);
        }
    }
}
