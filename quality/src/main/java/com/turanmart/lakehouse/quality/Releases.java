package com.turanmart.lakehouse.quality;

import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Release;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What people let pass: a file for each release, written once and never changed, in {@code ops/releases}.
 *
 * @param broken files that are no whole release: they count for nothing, and stop nobody
 */
public record Releases(List<Release> open, List<String> broken) {
    private static final String FOLDER = "releases";

    /** No releases but these. */
    public Releases(List<Release> open) {
        this(open, List.of());
    }

    /** Those that count in a run. */
    public static Releases in(Storage storage, Run run) {
        var open = new ArrayList<Release>();
        var broken = new ArrayList<String>();
        for (var file : storage.files(Zone.OPS, FOLDER)) {
            if (file.path().endsWith(".json")) {
                Release.parse(storage.text(file))
                        .ifPresentOrElse(
                                release -> {
                                    if (release.isOpen(run)) {
                                        open.add(release);
                                    }
                                },
                                () -> broken.add(file.uri()
                                        + " is no release and counts for nothing. Take it away and release again."));
            }
        }
        return new Releases(List.copyOf(open), List.copyOf(broken));
    }

    /** What a table's report says of them, a line each. */
    List<String> lines(Table table) {
        return table instanceof GoldTable
                ? Stream.concat(of(table).stream().map(Release::toString), broken.stream())
                        .toList()
                : List.of();
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
        storage.create(Zone.OPS, path, release.toJson());
    }

    /** Those about the group of a table; only a mart has one. */
    public List<Release> of(Table table) {
        return open.stream()
                .filter(release ->
                        table instanceof GoldTable mart && mart.group().equals(release.group()))
                .toList();
    }

    /**
     * The same rules with those let pass that somebody answers for: never the one that a row is there once, on which the
     * next builds stand, nor one of which nobody knows how it would have ended.
     */
    RuleResult apply(Table table, RuleResult result) {
        return result.holds()
                        && result.evidence().isKnown()
                        && Rules.grain(table).noneMatch(result.rule()::equals)
                        && of(table).stream().anyMatch(release -> release.rule().equals(result.rule()))
                ? result.released()
                : result;
    }
}
