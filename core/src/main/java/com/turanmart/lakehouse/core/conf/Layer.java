package com.turanmart.lakehouse.core.conf;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The three layers that hold tables; a table's file lies in {@code tables/<layer>/}. */
public enum Layer {
    BRONZE(List.of(BronzeTable.class)),
    SILVER(List.of(SilverTable.class, SilverSqlTable.class)),
    GOLD(List.of(GoldTable.class));

    private final List<Class<? extends Table>> kinds;

    Layer(List<Class<? extends Table>> kinds) {
        this.kinds = kinds;
    }

    /** What a file of this layer can declare. */
    public List<Class<? extends Table>> kinds() {
        return kinds;
    }

    /** What a file of this layer declares, by its keys: one that speaks of units is a table by SQL. */
    Class<? extends Table> kind(Set<String> keys) {
        var isSql = keys.contains("unit") || keys.contains("touched");
        return kinds.stream()
                .filter(kind -> SqlTable.class.isAssignableFrom(kind) == isSql)
                .findFirst()
                .orElse(kinds.get(0));
    }

    /** The layer whose folder declares the tables of a zone. */
    public static Optional<Layer> of(Zone zone) {
        return Arrays.stream(values()).filter(layer -> layer.holds(zone)).findFirst();
    }

    /** Marts lie in gold or, with clear personal data, in restricted. */
    public boolean holds(Zone zone) {
        return name().equals(zone.name()) || (this == GOLD && zone == Zone.RESTRICTED);
    }

    /** The word used as folder name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
