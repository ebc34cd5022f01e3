package com.turanmart.lakehouse.quality;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.Privacy;
import com.turanmart.lakehouse.core.conf.SilverTable;
import com.turanmart.lakehouse.core.conf.SqlTable;
import com.turanmart.lakehouse.core.conf.Table;
import com.turanmart.lakehouse.core.conf.Zone;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which key columns may be shown to people: none of a person, by whatever table that name is declared as personal. */
final class PublicKeys {
    private final Set<String> personal;

    PublicKeys(List<? extends Table> declared) {
        personal = declared.stream()
                .filter(SilverTable.class::isInstance)
                .flatMap(table -> ((SilverTable) table).columns().stream())
                .filter(PublicKeys::isPersonal)
                .map(column -> lower(column.name()))
                .collect(Collectors.toSet());
    }

    /** None of a bronze table, which has no key, and none of the restricted zone. */
    List<String> of(Table table) {
        if (table.table().zone() == Zone.RESTRICTED) {
            return List.of();
        }
        return grain(table).stream()
                .filter(column -> !personal.contains(lower(column)))
                .toList();
    }

    private static List<String> grain(Table table) {
        if (table instanceof SqlTable bySql) {
            return bySql.grain();
        }
        return table instanceof SilverTable silver ? silver.grain() : List.of();
    }

    private static boolean isPersonal(Column column) {
        return column.privacy()
                .filter(privacy -> !(privacy instanceof Privacy.Harmless))
                .isPresent();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
