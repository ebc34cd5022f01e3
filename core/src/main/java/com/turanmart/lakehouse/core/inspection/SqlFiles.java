package com.turanmart.lakehouse.core.inspection;

import com.turanmart.lakehouse.core.conf.Declarations;
import com.turanmart.lakehouse.core.conf.GoldTable;
import com.turanmart.lakehouse.core.conf.Inspection;
import com.turanmart.lakehouse.core.conf.Problem;
import com.turanmart.lakehouse.core.conf.SqlFile;
import java.util.ArrayList;
import java.util.function.Consumer;

/** Marts without SQL, and SQL without a mart. */
public final class SqlFiles implements Inspection {
    @Override
    public void inspect(Declarations declared, Consumer<Problem> problems) {
        var used = new ArrayList<SqlFile>();
        declared.tables(GoldTable.class).forEach(mart -> declared.sql(mart).ifPresent(used::add));
        var orphans = declared.sql().keySet().stream()
                .filter(name -> !used.contains(declared.sql().get(name)))
                .toList();
        var bare = declared.tables(GoldTable.class)
                .filter(mart -> declared.sql(mart).isEmpty())
                .toList();
        var mismatch =
                Mismatch.between(orphans, bare.stream().map(mart -> mart.stem()).toList());

        mismatch.strays()
                .forEach((name, meant) -> problems.accept(new Problem(
                        declared.sql().getOrDefault(name, used.get(0)).file(),
                        0,
                        "no mart is declared in tables/gold/" + name + ".yaml"
                                + meant.map(mart -> ". Did you mean '" + mart + ".sql'?")
                                        .orElse(""))));
        bare.stream()
                .filter(mart -> mismatch.unused().contains(mart.stem()))
                .forEach(mart -> problems.accept(
                        mart.problem("missing SQL of the mart, expected sql/gold/" + mart.stem() + ".sql", "table")));
    }
}
