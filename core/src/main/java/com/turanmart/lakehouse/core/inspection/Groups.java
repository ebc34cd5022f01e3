package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Groups whose tables lie in different zones, which other rights guard; names that are no folder for their records. */
public final class Groups implements Inspection {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        Map<String, Declared<GoldTable>> first = new HashMap<>();
        declared.tables(GoldTable.class)
                .filter(mart -> mart.sound("group") && mart.sound("table"))
                .forEach(mart -> {
                    if (!NAME.matcher(mart.value().group()).matches()) {
                        problems.accept(mart.problem(
                                "invalid 'group': found '" + mart.value().group()
                                        + "', expected small letters, digits and '_'",
                                "group"));
                    }
                    var other = first.putIfAbsent(mart.value().group(), mart);
                    if (other != null
                            && other.value().table().zone()
                                    != mart.value().table().zone()) {
                        problems.accept(mart.problem(
                                "group '" + mart.value().group() + "' holds '"
                                        + other.value().table() + "' and '"
                                        + mart.value().table() + "', expected tables of one zone",
                                "group"));
                    }
                });
    }
}
