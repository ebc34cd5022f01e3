package com.turanmart.lakehouse.core.conf;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table's full name, {@code <zone>.<name>}. */
public record TableName(Zone zone, String name) implements Comparable<TableName>, Serializable {
    private static final Pattern FORM =
            Pattern.compile("(bronze|silver|gold|restricted|quarantine|ops)\\.([a-z][a-z0-9_]{0,62})");

    /** Refuses with {@link IllegalArgumentException} what is not of the form {@code zone.name}. */
    public static TableName parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "a table is <bronze|silver|gold|restricted>.<name> in small letters, digits and '_'");
        }
        return new TableName(Zone.valueOf(match.group(1).toUpperCase(Locale.ROOT)), match.group(2));
    }

    /** Empty for what is not of the form {@code zone.name}. */
    public static Optional<TableName> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(parse(text)) : Optional.empty();
    }

    @Override
    public int compareTo(TableName other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return zone.word() + "." + name;
    }
}
