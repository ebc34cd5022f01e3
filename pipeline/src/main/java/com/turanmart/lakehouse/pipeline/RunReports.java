package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.core.storage.Storage;
import java.util.List;

/** What each run has told, in {@code ops/runs}: a file each, written once. */
final class RunReports {
    private static final String FOLDER = "runs";
    private static final String ENDING = ".json";

    private final Storage storage;

    RunReports(Storage storage) {
        this.storage = storage;
    }

    void add(RunReport report) {
        var run = report.run();
        storage.create(Zone.OPS, FOLDER + "/dt=" + run.date() + "/" + run.id() + ENDING, report.toJson());
    }

    /** The runs that have come to their end. */
    List<String> runs() {
        return storage.files(Zone.OPS, FOLDER).stream()
                .map(file -> file.name().replace(ENDING, ""))
                .toList();
    }
}
