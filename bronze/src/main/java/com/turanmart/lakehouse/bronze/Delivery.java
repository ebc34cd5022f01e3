package com.turanmart.lakehouse.bronze;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files of one table and data date that are taken in as a whole or not at all.
 *
 * @param name of the manifest, the folder or the single file, under the landing zone
 * @param files those of them that are not settled yet
 * @param claim what its sender says of it
 * @param lacks why it is not complete
 * @param fault why it cannot be taken in as it is
 */
record Delivery(
        String name,
        LocalDate date,
        List<LandedFile> files,
        Optional<Claim> claim,
        Optional<String> lacks,
        Optional<String> fault) {

    static Delivery of(String name, LocalDate date, List<LandedFile> files) {
        return new Delivery(name, date, named(name, files), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Delivery lacking(String what) {
        return new Delivery(name, date, files, claim, Optional.of(what), fault);
    }

    Delivery broken(String why) {
        return new Delivery(name, date, files, claim, lacks, Optional.of(why));
    }

    Delivery claimed(Claim by) {
        return new Delivery(name, date, files, Optional.of(by), lacks, fault);
    }

    Delivery with(List<LandedFile> others) {
        return new Delivery(name, date, others, claim, lacks, fault);
    }

    boolean canBeRead() {
        return lacks.isEmpty() && fault.isEmpty();
    }

    /** What is wrong with one of its files; a file that stands for itself need not be named twice. */
    String of(LandedFile file, String why) {
        return isOneFile() ? why : file.file().name() + ": " + why;
    }

    String complaint(String why) {
        return (isOneFile() ? "" : "delivery ") + name + " is held: " + why;
    }

    private boolean isOneFile() {
        return files.size() == 1 && files.get(0).file().path().equals(name);
    }

    /** All files that change their state with it: its own and its manifest. */
    List<LandedFile> everyFile() {
        return Stream.concat(files.stream(), claim.stream().map(by -> by.file().withDelivery(name)))
                .toList();
    }

    long newestMillis() {
        return everyFile().stream()
                .mapToLong(file -> file.file().modifiedAtMillis())
                .max()
                .orElse(0);
    }

    private static List<LandedFile> named(String name, List<LandedFile> files) {
        return files.stream().map(file -> file.withDelivery(name)).toList();
    }
}
