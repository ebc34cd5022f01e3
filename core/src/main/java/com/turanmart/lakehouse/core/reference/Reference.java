package com.turanmart.lakehouse.core.reference;

import com.turanmart.lakehouse.core.conf.Environment;
import com.turanmart.lakehouse.core.conf.Layer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The generated files of a configuration folder. */
public final class Reference {
    private Reference() {}

    /** The kinds of file, with the record that each is read into. */
    public static Map<String, Class<?>> kinds() {
        Map<String, Class<?>> kinds = new LinkedHashMap<>();
        kinds.put("environment", Environment.class);
        for (var layer : Layer.values()) {
            layer.kinds().forEach(kind -> kinds.put(name(kind), kind));
        }
        return kinds;
    }

    /** Of {@code SilverSqlTable} it is {@code silver_sql}. */
    private static String name(Class<?> kind) {
        return kind.getSimpleName()
                .replaceFirst("Table$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    /** The text of each file, by its path under the configuration folder. */
    public static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        kinds().forEach((name, kind) -> files.put("schema/" + name + ".json", JsonSchema.text(name, kind)));
        files.put("reference.yaml", ReferencePage.text(kinds()));
        return files;
    }
}
