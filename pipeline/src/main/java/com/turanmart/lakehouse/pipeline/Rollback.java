package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.run.Stamp;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.table.TableVersion;
import com.turanmart.lakehouse.core.table.Tables;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings the tables of a group back to an earlier publication, all of them or none. What they have taken of their inputs
 * goes back with them, so that the next run applies what came since. One that died in between is repeated.
 */
public final class Rollback {
    private final String group;
    private final Publications publications;
    private final Tables tables;

    private Rollback(String group, Publications publications, Tables tables) {
        this.group = group;
        this.publications = publications;
        this.tables = tables;
    }

    /** The publication that it makes. */
    public static Publication of(Configuration configuration, String group, Publication.Restored earlier) {
        var storage = Storage.of(configuration.environment());
        storage.reach();
        var publications = new PublishedGroups(configuration, storage).group(group);
        var target = publications
                .find(earlier.id())
                .orElseThrow(() -> refused("group '" + group + "' has no publication " + earlier.id(), group));
        target.tables().forEach(table -> requireMember(configuration, group, table));
        try (var engine = Engine.start(configuration, storage)) {
            return new Rollback(group, publications, engine.tables()).to(target, earlier);
        }
    }

    private Publication to(Publication target, Publication.Restored earlier) {
        target.tables().forEach(this::requireRestorable);
        var others = target.tables().stream()
                .filter(table -> !tables.current(table.table()).equals(Optional.of(table)))
                .toList();
        if (others.isEmpty()) {
            throw refused(
                    "publication " + target.id() + " of group '" + group + "' is what its tables hold already", group);
        }
        var now = Instant.now();
        var run = new Run(Clock.id("p", now), target.date(), now);
        var restored = target.tables().stream()
                .map(table -> others.contains(table) ? restored(run, table) : table)
                .toList();
        return publications.add(run, restored, target.inputs(), Optional.of(earlier));
    }

    private TableVersion restored(Run run, TableVersion table) {
        var then = taken(table);
        var stamp = Stamp.ofDefinition(run, then.inputs(), then.definition());
        return new TableVersion(
                table.table(),
                table.id(),
                tables.restore(table.table(), table.version(), stamp).version());
    }

    private static void requireMember(Configuration configuration, String group, TableVersion table) {
        if (configuration.tables(GoldTable.class).stream()
                .noneMatch(mart ->
                        mart.table().equals(table.table()) && mart.group().equals(group))) {
            throw refused(table.table() + " is not declared in group '" + group + "' any more", group);
        }
    }

    private void requireRestorable(TableVersion table) {
        var current = tables.current(table.table());
        if (current.filter(now -> now.id().equals(table.id())).isEmpty()) {
            throw refused(table.table() + " was made anew since then, and version " + table.version() + " went", group);
        }
        var gone = tables.goneFiles(table);
        if (gone.isEmpty()
                || tables.stampedVersion(table.table(), table.version()).isEmpty()) {
            throw refused(
                    "the history of " + table.table() + " does not reach back to version " + table.version(), group);
        }
        if (gone.getAsLong() > 0) {
            throw refused(
                    gone.getAsLong() + " of the files of " + table.table() + " version " + table.version()
                            + " are cleaned up",
                    group);
        }
    }

    private Stamp taken(TableVersion table) {
        var version = tables.stampedVersion(table.table(), table.version()).orElseThrow();
        return tables.stampAt(table.table(), version).orElseThrow();
    }

    private static Refusal refused(String problem, String group) {
        return new Refusal(
                ExitCode.WRONG_CALL,
                "Cannot roll back: " + problem + ". Nothing was changed. Choose another one: lakehouse publications "
                        + group);
    }
}
