package com.turanmart.lakehouse.bronze.dialect;

import com.turanmart.lakehouse.bronze.format.JsonText;
import com.turanmart.lakehouse.bronze.format.SentRecord;
import com.turanmart.lakehouse.core.conf.Dialect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records of a file as a test writes them, opened by their dialect. */
record Opened(Dialect dialect, String path) {

    static Opened by(Dialect dialect) {
        return new Opened(dialect, "shop/orders/20260203.csv");
    }

    Opened from(String path) {
        return new Opened(dialect, path);
    }

    /** The changes of an event, which a test may write with single quotes. */
    List<Change> event(String json) throws MalformedChange {
        return open(7, JsonText.fields(json.replace('\'', '"')).orElseThrow());
    }

    /** The order of the one change of an event. */
    String order(String json) throws MalformedChange {
        return event(json).get(0).sequence().orElse("");
    }

    /** The changes of a record that is written as name, value, name, value. */
    List<Change> changes(long line, String... fields) throws MalformedChange {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        return open(line, map);
    }

    /** The one change of a record. */
    Change change(String... fields) throws MalformedChange {
        return changes(7, fields).get(0);
    }

    /** The order of the first change. */
    String sequence(long line, String... fields) throws MalformedChange {
        return changes(line, fields).get(0).sequence().orElse("");
    }

    private List<Change> open(long line, Map<String, String> fields) throws MalformedChange {
        return Envelope.of(dialect, path).open(new SentRecord(line, fields, Optional.empty(), ""));
    }
}
