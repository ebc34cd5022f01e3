package com.turanmart.lakehouse.core.conf;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The three layers that hold tables; a table's file lies in {@code tables/<layer>/}. */
public enum Layer {
    BRONZE(BronzeTable.class, BronzeTable.class),
    SILVER(SilverTable.class, SilverSqlTable.class),
    GOLD(GoldTable.class, GoldTable.class);

    private final Class<? extends Table> kind;
    private final Class<? extends Table> bySql;

    Layer(Class<? extends Table> kind, Class<? extends Table> bySql) {
        this.kind = kind;
        this.bySql = bySql;
    }

    /** What a file of this layer can declare. */
    public List<Class<? extends Table>> kinds() {
        return kind == bySql ? List.of(kind) : List.of(kind, bySql);
    }

    /** What a file of this layer declares, by its keys: one that says how it is kept up is a table by SQL. */
    Class<? extends Table> kind(Set<String> keys) {
        return Stream.of("kind", "unit", "touched").anyMatch(keys::contains) ? bySql : kind;
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
