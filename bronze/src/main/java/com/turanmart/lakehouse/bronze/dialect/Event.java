package com.turanmart.lakehouse.bronze.dialect;

import com.turanmart.lakehouse.bronze.format.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object that tells a change, or a part of it. */
record Event(Map<String, String> fields) {

    /** Empty when the field is absent or null. */
    Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    boolean has(String name) {
        return text(name).isPresent();
    }

    String required(String name) throws MalformedChange {
        return text(name).orElseThrow(() -> new MalformedChange(name + " is missing"));
    }

    /** Empty when the field is absent or null. */
    Optional<Event> part(String name) throws MalformedChange {
        var text = text(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(parsed(name, text.get()));
    }

    Event requiredPart(String name) throws MalformedChange {
        return parsed(name, required(name));
    }

    /** The texts of a list; none when the field is absent or null. */
    List<String> items(String name) throws MalformedChange {
        var text = text(name);
        return text.isEmpty()
                ? List.of()
                : JsonText.items(text.get()).orElseThrow(() -> new MalformedChange(name + " is no list"));
    }

    static Event parsed(String name, String text) throws MalformedChange {
        return new Event(JsonText.fields(text).orElseThrow(() -> new MalformedChange(name + " is no object")));
    }
}
