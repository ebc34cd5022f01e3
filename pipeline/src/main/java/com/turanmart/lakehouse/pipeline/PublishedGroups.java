package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.Configuration;
import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.Nearest;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.storage.Storage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The publications of a declared lakehouse; they are read without Spark. */
public final class PublishedGroups {
    private final Configuration configuration;
    private final Storage storage;

    PublishedGroups(Configuration configuration, Storage storage) {
        this.configuration = configuration;
        this.storage = storage;
    }

    public static PublishedGroups open(Configuration configuration) {
        var storage = Storage.of(configuration.environment());
        storage.reach();
        return new PublishedGroups(configuration, storage);
    }

    /** The newest publications first; of one group or of all. */
    public List<Publication> latest(Optional<String> group, int limit) {
        return group.map(name -> Stream.of(group(name)))
                .orElseGet(() -> known().stream().map(this::group))
                .flatMap(publications -> publications.latest(limit).stream())
                .sorted(Comparator.comparing(Publication::publishedAt).reversed())
                .limit(limit)
                .toList();
    }

    Publications group(String name) {
        if (!known().contains(name)) {
            throw new Refusal(
                    ExitCode.WRONG_CALL,
                    "No group '" + name + "' is declared, and none was published" + Nearest.remedy(name, known()));
        }
        return new Publications(storage, name);
    }

    private List<String> known() {
        return Stream.concat(
                        configuration.tables(GoldTable.class).stream().map(GoldTable::group),
                        Publications.groups(storage).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
