package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.Declared;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SqlFile;
import com.turanmart.lakehouse.core.conf.SqlTable;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Tables without their SQL, and SQL without a table. */
public final class SqlFiles implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        Set<SqlFile> used = new HashSet<>();
        Set<String> bare = new TreeSet<>();
        declared.tables(SqlTable.class)
                .forEach(table -> declared.sql(table).ifPresentOrElse(used::add, () -> bare.add(name(table))));
        Map<String, SqlFile> orphans = new TreeMap<>(declared.sql());
        orphans.values().removeAll(used);
        var mismatch = Mismatch.between(orphans.keySet(), bare);

        orphans.forEach((name, file) -> problems.accept(file.problem(
                0,
                "no table by SQL is declared in tables/" + name + ".yaml"
                        + mismatch.strays()
                                .getOrDefault(name, Optional.empty())
                                .map(table -> ". Did you mean 'sql/" + table + ".sql'?")
                                .orElse(""))));
        declared.tables(SqlTable.class)
                .filter(table -> mismatch.unused().contains(name(table)))
                .forEach(table -> problems.accept(
                        table.problem("missing SQL of the table, expected sql/" + name(table) + ".sql", "table")));
    }

    private static String name(Declared<SqlTable> table) {
        return Declarations.sqlName(table.value().layer(), table.stem());
    }
}
