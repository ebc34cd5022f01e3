package com.turanmart.lakehouse.core.reference;

import com.turanmart.lakehouse.core.conf.Environment;
import com.turanmart.lakehouse.core.conf.Layer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The generated files of a configuration folder. */
public final class Reference {
    private Reference() {}

    /** The kinds of file, with the record that each is read into. */
    public static Map<String, Class<?>> kinds() {
        Map<String, Class<?>> kinds = new LinkedHashMap<>();
        kinds.put("environment", Environment.class);
        for (var layer : Layer.values()) {
            kinds.put(layer.word(), layer.kind());
        }
        return kinds;
    }

    /** The text of each file, by its path under the configuration folder. */
    public static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        kinds().forEach((name, kind) -> files.put("schema/" + name + ".json", JsonSchema.text(name, kind)));
        files.put("reference.yaml", ReferencePage.text(kinds()));
        return files;
    }
}
