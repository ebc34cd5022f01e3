package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.run.Release;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.quality.Releases;
import com.turanmart.lakehouse.quality.RuleLog;
import java.util.List;

/** Where a person lets a held publication pass. */
public final class ReleaseDesk implements AutoCloseable {
    private final Engine engine;

    private ReleaseDesk(Engine engine) {
        this.engine = engine;
    }

    public static ReleaseDesk open(Configuration configuration) {
        var storage = Storage.of(configuration.environment());
        storage.reach();
        return new ReleaseDesk(Engine.start(configuration, storage));
    }

    /** Refuses what is about no group, no run, or a rule that held nothing of the group in that run. */
    public void add(Release release) {
        var marts = marts(release.group());
        requireRun(release.run());
        var held = new RuleLog(engine.tables()).held(release.run(), marts);
        if (!held.contains(release.rule())) {
            throw new Refusal(
                    ExitCode.WRONG_CALL,
                    "Cannot release: '" + release.rule() + "' held no table of " + release.group() + " in run "
                            + release.run()
                            + (held.isEmpty() ? "; no rule did." : ". These did: " + String.join("; ", held)));
        }
        Releases.add(engine.storage(), release);
    }

    private void requireRun(String run) {
        var runs = new RunReports(engine.storage()).runs();
        if (!runs.contains(run)) {
            throw new Refusal(ExitCode.WRONG_CALL, "No run '" + run + "' has ended here" + Nearest.remedy(run, runs));
        }
    }

    private List<TableName> marts(String group) {
        var marts = engine.configuration().tables(GoldTable.class);
        var groups = marts.stream().map(GoldTable::group).distinct().toList();
        if (!groups.contains(group)) {
            throw new Refusal(ExitCode.WRONG_CALL, "No group '" + group + "'" + Nearest.remedy(group, groups));
        }
        return marts.stream()
                .filter(mart -> mart.group().equals(group))
                .map(GoldTable::table)
                .toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
