package com.turanmart.lakehouse.core.conf;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The three layers that hold tables; a table's file lies in {@code tables/<layer>/}. */
public enum Layer {
    BRONZE(BronzeTable.class),
    SILVER(SilverTable.class),
    GOLD(GoldTable.class);

    private final Class<? extends Table> kind;

    Layer(Class<? extends Table> kind) {
        this.kind = kind;
    }

    /** What a file of this layer declares. */
    public Class<? extends Table> kind() {
        return kind;
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
