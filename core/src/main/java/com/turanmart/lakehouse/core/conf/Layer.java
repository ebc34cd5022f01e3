package com.turanmart.lakehouse.core.conf;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The three layers that hold tables; a table's file lies in {@code tables/<layer>/}. */
public enum Layer {
    BRONZE(BronzeTable.class, BronzeTable.class),
    SILVER(SilverTable.class, SilverSqlTable.class),
    GOLD(GoldTable.class, GoldTable.class);

    private final Class<? extends Table> kind;
    private final Class<? extends Table> kindWithUnits;

    Layer(Class<? extends Table> kind, Class<? extends Table> kindWithUnits) {
        this.kind = kind;
        this.kindWithUnits = kindWithUnits;
    }

    /** What a file of this layer can declare. */
    public List<Class<? extends Table>> kinds() {
        return kind == kindWithUnits ? List.of(kind) : List.of(kind, kindWithUnits);
    }

    /** What a file of this layer declares, by its keys: one that speaks of units is a table by SQL. */
    Class<? extends Table> kind(Set<String> keys) {
        return keys.contains("unit") || keys.contains("touched") ? kindWithUnits : kind;
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
