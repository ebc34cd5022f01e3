package com.turanmart.lakehouse.bronze.dialect;

import java.util.Locale;
import java.util.Optional;

/** Where in its database's log a change stands; each connector says it in words of its own. */
record DebeziumPosition(Event event, Event source) {
    private static final String SQL_SERVER = "[0-9a-fA-F]{8}:[0-9a-fA-F]{8}:[0-9a-fA-F]{4}";

    /** Empty for a row of the first snapshot that has no position: it comes before every change. */
    Optional<String> sequence(String path, long line) throws MalformedChange {
        if (knows("lsn")) {
            return unlessSnapshot("lsn").isEmpty()
                    ? Optional.empty()
                    : Optional.of(Sequence.ofNumber("source.lsn", source.required("lsn")));
        }
        if (knows("commit_lsn")) {
            return unlessSnapshot("commit_lsn").isEmpty() ? Optional.empty() : Optional.of(ofSqlServer());
        }
        if (knows("scn")) {
            return unlessSnapshot("scn").isEmpty()
                    ? Optional.empty()
                    : Optional.of(Sequence.ofPart("source.scn", source.required("scn"))
                            + Sequence.ofPart("source.ssn", source.text("ssn").orElse("0")));
        }
        if (knows("pos")) {
            return unlessSnapshot("pos").isEmpty() ? Optional.empty() : Optional.of(ofMySql());
        }
        var time = source.text("ts_ms").or(() -> event.text("ts_ms"));
        var place = Sequence.ofPlace(path, line);
        return Optional.of(time.isEmpty() ? place : Sequence.ofPart("ts_ms", time.get()) + place);
    }

    private boolean knows(String name) {
        return source.fields().containsKey(name);
    }

    private Optional<String> unlessSnapshot(String name) throws MalformedChange {
        var sent = source.text(name);
        if (sent.isEmpty() && !event.text("op").orElse("").equals("r")) {
            throw new MalformedChange("source." + name + " is missing: the order of changes cannot be told");
        }
        return sent;
    }

    /** Logs are numbered; several rows of one event share a position. */
    private String ofMySql() throws MalformedChange {
        var file = source.text("file").orElse("");
        return Sequence.ofPart("source.file", file.substring(file.lastIndexOf('.') + 1))
                + Sequence.ofPart("source.pos", source.required("pos"))
                + Sequence.ofPart("source.row", source.text("row").orElse("0"));
    }

    private String ofSqlServer() throws MalformedChange {
        return lsn("commit_lsn")
                + (source.has("change_lsn") ? lsn("change_lsn") : "")
                + Sequence.ofPart(
                        "source.event_serial_no", source.text("event_serial_no").orElse("0"));
    }

    /** Hexadecimal numbers of a fixed width sort as they are. */
    private String lsn(String name) throws MalformedChange {
        var sent = source.required(name);
        if (!sent.matches(SQL_SERVER)) {
            throw new MalformedChange(
                    "source." + name + " is no log sequence number: the order of changes cannot be told");
        }
        return sent.toLowerCase(Locale.ROOT) + "-";
    }
}
