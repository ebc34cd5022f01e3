package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Environment;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.Zone;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Places of zones: of a kind that can be reached, and none inside another, or rights and deletions would cross. */
public final class ZonePlaces implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        var environment = declared.environment();
        if (environment.sound("root")) {
            form(environment, environment.value().root())
                    .ifPresent(said -> problems.accept(environment.problem("invalid 'root': " + said, "root")));
        }
        for (var zone : Zone.values()) {
            var own = environment.value().zones().get(zone);
            if (own != null && environment.sound("zones", zone.word())) {
                form(environment, own)
                        .or(() -> nested(environment, zone))
                        .ifPresent(said -> problems.accept(
                                environment.problem("invalid '" + zone.word() + "': " + said, "zones", zone.word())));
            }
        }
    }

    private static Optional<String> form(Declared<Environment> environment, String place) {
        var found = "found '" + place + "', ";
        if (List.of(place.split("/", -1)).contains("..")) {
            return Optional.of(found + "expected a place without '..'");
        }
        if (place.matches("[A-Za-z][A-Za-z0-9+.-]*:.*") && !place.matches("(s3a://[^/]+|file:/).*")) {
            return Optional.of(found + "expected a folder, file:/... or s3a://bucket/...");
        }
        return place.startsWith("s3a:")
                        && environment.sound("s3")
                        && environment.value().s3().isEmpty()
                ? Optional.of(found + "but there is no section 's3' that says where the store is")
                : Optional.empty();
    }

    /** Two zones that both have a place of their own are told once, at the later one. */
    private static Optional<String> nested(Declared<Environment> environment, Zone zone) {
        if (!environment.sound("root") || !environment.sound("zones")) {
            return Optional.empty();
        }
        var zones = environment.value();
        var place = zones.place(zone) + "/";
        return Arrays.stream(Zone.values())
                .filter(other -> other != zone)
                .filter(other -> other.compareTo(zone) < 0 || !zones.zones().containsKey(other))
                .filter(other ->
                        place.startsWith(zones.place(other) + "/") || (zones.place(other) + "/").startsWith(place))
                .findFirst()
                .map(other -> "found '" + zones.place(zone) + "', which overlaps with zone '" + other.word() + "' at '"
                        + zones.place(other) + "'");
    }
}
