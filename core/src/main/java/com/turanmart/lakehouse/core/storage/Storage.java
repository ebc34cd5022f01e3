package com.turanmart.lakehouse.core.storage;

import com.turanmart.lakehouse.core.conf.Environment;
import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.jspecify.annotations.Nullable;

/** Files of every zone, the same on a local disk and on an S3-compatible store; may travel to executors. */
public final class Storage implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<Zone, String> places;
    private final Map<String, String> settings;
    private transient volatile @Nullable Configuration hadoop;

    private interface Listing<T> {
        List<T> of(org.apache.hadoop.fs.Path folder) throws IOException;
    }

    private Storage(Map<Zone, String> places, Map<String, String> settings) {
        this.places = places;
        this.settings = settings;
    }

    public static Storage of(Environment environment) {
        var places = new EnumMap<Zone, String>(Zone.class);
        for (var zone : Zone.values()) {
            places.put(zone, absolute(environment.place(zone)));
        }
        return new Storage(places, environment.s3().map(S3A::settings).orElse(Map.of()));
    }

    /** Where a zone lies, absolute, without a slash at its end. */
    public String place(Zone zone) {
        return Objects.requireNonNull(places.get(zone));
    }

    /** Hadoop settings that reach these places. */
    public Map<String, String> settings() {
        return settings;
    }

    /** Refuses in seconds when the object store does not answer; a local disk always does. */
    public void reach() {
        var endpoint = settings.get("fs.s3a.endpoint");
        if (endpoint != null) {
            S3A.reach(endpoint);
        }
    }

    /** Every file under a folder of a zone, in order of path; a missing folder has none. */
    public List<StoredFile> files(Zone zone, String folder) {
        var root = new org.apache.hadoop.fs.Path(place(zone));
        return listed(below(root, folder), start -> {
            var prefix = prefix(root);
            return statuses(fileSystem(root), start).stream()
                    .map(status -> stored(status, prefix))
                    .sorted(Comparator.comparing(StoredFile::path))
                    .toList();
        });
    }

    /** One listing says all that is asked of a file: no request for each of them. */
    private static List<FileStatus> statuses(FileSystem store, org.apache.hadoop.fs.Path folder) throws IOException {
        var found = new ArrayList<FileStatus>();
        if (store.getUri().getScheme().equals("file")) {
            // On a disk the listing of a whole tree also asks for the rights of each file, with a process for each.
            for (var status : store.listStatus(folder)) {
                found.addAll(status.isDirectory() ? statuses(store, status.getPath()) : List.of(status));
            }
            return found;
        }
        var listing = store.listFiles(folder, true);
        while (listing.hasNext()) {
            found.add(listing.next());
        }
        return found;
    }

    /** The names of the folders directly below a folder of a zone; a missing folder has none. */
    public List<String> folders(Zone zone, String folder) {
        var root = new org.apache.hadoop.fs.Path(place(zone));
        return listed(below(root, folder), start -> {
            var names = new ArrayList<String>();
            var listing = fileSystem(root).listStatusIterator(start);
            while (listing.hasNext()) {
                var status = listing.next();
                if (status.isDirectory()) {
                    names.add(status.getPath().getName());
                }
            }
            return names;
        });
    }

    public boolean exists(Zone zone) {
        var root = new org.apache.hadoop.fs.Path(place(zone));
        try {
            return fileSystem(root).exists(root);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.SAFE_TO_RERUN,
                    "Cannot reach " + root + ": " + e.getMessage() + ". Check the endpoint, the bucket and the rights.",
                    e);
        }
    }

    public InputStream open(String uri) throws IOException {
        var path = new org.apache.hadoop.fs.Path(uri);
        return fileSystem(path).open(path);
    }

    /** Writes a new file; throws when it is there already. */
    public void create(Zone zone, String path, InputStream content) throws IOException {
        var target = new org.apache.hadoop.fs.Path(place(zone), path);
        try (var out = fileSystem(target).create(target, false)) {
            content.transferTo(out);
        }
    }

    /** Writes a new file of text. Of two writers of the same one, and where there is one already, one is refused. */
    public void create(Zone zone, String path, String text) {
        try {
            create(zone, path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.SAFE_TO_RERUN,
                    "Cannot write " + place(zone) + "/" + path + ": " + e.getMessage()
                            + ". Check the zone and that no other run is at work, then run again.",
                    e);
        }
    }

    /** A small file as text. */
    public String text(StoredFile file) {
        try (var content = open(file.uri())) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.SAFE_TO_RERUN,
                    "Cannot read " + file.uri() + ": " + e.getMessage() + ". Check the zone, then run again.",
                    e);
        }
    }

    private FileSystem fileSystem(org.apache.hadoop.fs.Path path) throws IOException {
        var known = hadoop;
        if (known == null) {
            // Made once: it reads its defaults from XML, which is dearer than a small file.
            known = new Configuration();
            settings.forEach(known::set);
            hadoop = known;
        }
        return path.getFileSystem(known);
    }

    private static <T> List<T> listed(org.apache.hadoop.fs.Path folder, Listing<T> listing) {
        try {
            return listing.of(folder);
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.SAFE_TO_RERUN,
                    "Cannot list " + folder + ": " + e.getMessage()
                            + ". Check the zone's place and rights, then run again.",
                    e);
        }
    }

    private String prefix(org.apache.hadoop.fs.Path root) throws IOException {
        return fileSystem(root).makeQualified(root).toUri().getPath();
    }

    private static StoredFile stored(FileStatus status, String prefix) {
        var etag = status instanceof EtagSource source ? source.getEtag() : null;
        return new StoredFile(
                status.getPath().toString(),
                status.getPath().toUri().getPath().substring(prefix.length() + 1),
                status.getLen(),
                status.getModificationTime(),
                etag == null ? "" : etag);
    }

    private static org.apache.hadoop.fs.Path below(org.apache.hadoop.fs.Path root, String folder) {
        return folder.isEmpty() ? root : new org.apache.hadoop.fs.Path(root, folder);
    }

    private static String absolute(String place) {
        return place.contains(":/")
                ? place
                : Path.of(place).toAbsolutePath().normalize().toString();
    }
}
