package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.run.Run;
import com.turanmart.lakehouse.core.storage.Storage;
import com.turanmart.lakehouse.core.storage.StoredFile;
import com.turanmart.lakehouse.core.table.TableVersion;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records of one group in {@code ops/publications}: a file each, written once, in the order of their numbers. */
final class Publications {
    private static final String FOLDER = "publications";
    private static final Pattern NAME = Pattern.compile("\\d{10}\\.json");

    private final Storage storage;
    private final String group;

    Publications(Storage storage, String group) {
        this.storage = storage;
        this.group = group;
    }

    /** Groups that were published at some time. */
    static List<String> groups(Storage storage) {
        return storage.folders(Zone.OPS, FOLDER);
    }

    /** The newest ones first. */
    List<Publication> latest(int limit) {
        return newestFirst().limit(limit).toList();
    }

    Optional<Publication> last() {
        return newestFirst().findFirst();
    }

    Optional<Publication> find(long id) {
        return files().stream()
                .filter(file -> id(file) == id)
                .flatMap(file -> read(file).stream())
                .findFirst();
    }

    /** Writes the next one; of two writers of the same number one is refused. */
    Publication add(
            Run run, List<TableVersion> tables, List<TableVersion> inputs, Optional<Publication.Restored> restores) {
        var id = files().stream().mapToLong(Publications::id).max().orElse(0) + 1;
        var publication = new Publication(
                group, id, last().map(Publication::id), run.id(), run.date(), Instant.now(), tables, inputs, restores);
        storage.create(Zone.OPS, String.format("%s/%s/%010d.json", FOLDER, group, id), publication.toJson());
        return publication;
    }

    /** A record that is not whole is passed over: its writer died, and what it would have said is written again. */
    private Stream<Publication> newestFirst() {
        var files = files();
        Collections.reverse(files);
        return files.stream().flatMap(file -> read(file).stream());
    }

    private List<StoredFile> files() {
        return storage.files(Zone.OPS, FOLDER + "/" + group).stream()
                .filter(file -> NAME.matcher(file.name()).matches())
                .collect(Collectors.toList());
    }

    private static long id(StoredFile file) {
        return Long.parseLong(file.name().substring(0, 10));
    }

    private Optional<Publication> read(StoredFile file) {
        return Publication.parse(storage.text(file));
    }
}
