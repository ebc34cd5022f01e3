package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SqlFile;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Marts without SQL, and SQL without a mart. */
public final class SqlFiles implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        Set<SqlFile> used = new HashSet<>();
        Set<String> bare = new TreeSet<>();
        declared.tables(GoldTable.class)
                .forEach(mart -> declared.sql(mart).ifPresentOrElse(used::add, () -> bare.add(mart.stem())));
        Map<String, SqlFile> orphans = new TreeMap<>(declared.sql());
        orphans.values().removeAll(used);
        var mismatch = Mismatch.between(orphans.keySet(), bare);

        orphans.forEach((name, file) -> problems.accept(file.problem(
                0,
                "no mart is declared in tables/gold/" + name + ".yaml"
                        + mismatch.strays()
                                .getOrDefault(name, Optional.empty())
                                .map(mart -> ". Did you mean '" + mart + ".sql'?")
                                .orElse(""))));
        declared.tables(GoldTable.class)
                .filter(mart -> mismatch.unused().contains(mart.stem()))
                .forEach(mart -> problems.accept(
                        mart.problem("missing SQL of the mart, expected sql/gold/" + mart.stem() + ".sql", "table")));
    }
}
