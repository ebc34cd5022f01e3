package com.turanmart.lakehouse.core.conf;

import java.util.Map;
import java.util.Optional;

/** Where this lakehouse lives: a file of {@code env/}, after overrides by environment variables. */
public record Environment(
        @Key(says = "What the environment is for, for people.", example = "A folder on this machine.")
        String description,

        @Key(
                says =
                        "Where zones lie that have no place of their own: a folder (relative to the current one) or s3a://bucket/path.",
                example = "lakehouse-data")
        String root,

        @Key(
                says = "Places of single zones; a zone that is not named lies at <root>/<zone>.",
                otherwise = "{}",
                example = "{landing: \"s3a://turan-landing\"}")
        Map<Zone, String> zones,

        @Key(
                says = "The object store, when a zone is s3a.",
                otherwise = "none",
                example = "{endpoint: \"https://s3.eu-central-1.amazonaws.com\"}")
        Optional<ObjectStore> s3,

        @Key(says = "Tables that are worked on at the same time.", otherwise = "2", least = 1, example = "4")
        int lanes,

        @Key(
                says = "Settings handed to Spark as they are.",
                otherwise = "{}",
                example = "{spark.sql.shuffle.partitions: \"64\"}")
        Map<String, String> spark) {

    /** The place of a zone, without a slash at its end. */
    public String place(Zone zone) {
        var own = zones.get(zone);
        return own != null ? withoutSlash(own) : withoutSlash(root) + "/" + zone.word();
    }

    private static String withoutSlash(String place) {
        return place.length() > 1 && place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
    }
}
