package com.turanmart.lakehouse.laws.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been found so far, in a file that outlives the process: a campaign that was stopped goes on from there. */
final class Results {
    private final Path file;
    private final List<CleanNight> nights = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Results(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.getParent());
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(this::remember);
        }
    }

    void add(CleanNight night) throws IOException {
        write("night", night.day().toString(), Double.toString(night.seconds()), String.join(" // ", night.alarms()));
    }

    void add(Finding finding) throws IOException {
        write("fault", finding.fault(), finding.declared(), finding.seen(), Boolean.toString(finding.isAsDeclared()));
    }

    Optional<CleanNight> night(LocalDate day) {
        return nights.stream().filter(night -> night.day().equals(day)).findFirst();
    }

    /** What was found last of a fault that is still declared like that. */
    Optional<Finding> finding(Fault fault) {
        return findings.stream().filter(finding -> finding.isOf(fault)).reduce((earlier, latest) -> latest);
    }

    private void write(String... fields) throws IOException {
        var line = String.join("\t", fields).replace("\n", " ");
        System.out.println(line);
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        remember(line);
    }

    private void remember(String line) {
        var fields = line.split("\t", -1);
        if (fields[0].equals("night")) {
            var alarms = fields[3].isEmpty() ? List.<String>of() : List.of(fields[3].split(" // "));
            nights.add(new CleanNight(LocalDate.parse(fields[1]), Double.parseDouble(fields[2]), alarms));
        } else {
            findings.add(new Finding(fields[1], fields[2], fields[3], Boolean.parseBoolean(fields[4])));
        }
    }
}
