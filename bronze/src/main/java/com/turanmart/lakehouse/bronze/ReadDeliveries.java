package com.turanmart.lakehouse.bronze;

import com.turanmart.lakehouse.core.run.LoadedFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Deliveries whose files were read: what is not as its sender said, or broke off, is left out as a whole.
 *
 * @param held why a delivery is not taken in
 * @param repeated files of sound deliveries with the same content as another file of them, for the same date
 */
record ReadDeliveries(List<Delivery> sound, Map<Delivery, String> held, List<LandedFile> repeated) {

    static ReadDeliveries prove(ReadFiles files, List<Delivery> deliveries) {
        var whole = files.whole().stream().collect(Collectors.toMap(LoadedFile::path, Function.identity()));
        var columns = deliveries.stream()
                .flatMap(delivery -> delivery.claim().stream())
                .flatMap(claim -> new Proof(claim).columns())
                .distinct()
                .toList();
        var totals = ControlTotals.of(files.sound(), columns);
        var read = new ReadDeliveries(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
        for (var delivery : deliveries) {
            broken(files, delivery)
                    .or(() ->
                            delivery.claim().flatMap(claim -> new Proof(claim).ofRows(loaded(delivery, whole), totals)))
                    .ifPresentOrElse(why -> read.held.put(delivery, why), () -> read.sound.add(delivery));
        }
        read.held.keySet().forEach(delivery -> files.leaveOut(paths(delivery)));
        read.repeated.addAll(repeated(read.sound));
        files.leaveOut(read.repeated.stream().map(file -> file.file().path()).toList());
        return read;
    }

    List<String> complaints() {
        return held.entrySet().stream()
                .map(entry -> entry.getKey().complaint(entry.getValue()))
                .toList();
    }

    /** Asked of sound deliveries only: a file must not be left out because of one that is not taken in. */
    private static List<LandedFile> repeated(List<Delivery> sound) {
        var contents = new HashSet<String>();
        return sound.stream()
                .flatMap(delivery -> delivery.files().stream())
                .filter(file -> !contents.add(file.date() + file.sha256()))
                .toList();
    }

    private static Optional<String> broken(ReadFiles files, Delivery delivery) {
        return delivery.files().stream()
                .filter(file -> files.broken().containsKey(file.file().path()))
                .findFirst()
                .map(file -> delivery.of(
                        file, files.broken().getOrDefault(file.file().path(), "")));
    }

    private static List<LoadedFile> loaded(Delivery delivery, Map<String, LoadedFile> whole) {
        return paths(delivery).stream()
                .flatMap(path -> Optional.ofNullable(whole.get(path)).stream())
                .toList();
    }

    private static List<String> paths(Delivery delivery) {
        return delivery.files().stream().map(file -> file.file().path()).toList();
    }
}
