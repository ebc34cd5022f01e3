package com.turanmart.lakehouse.bench;

import com.turanmart.lakehouse.core.conf.BronzeTable;
import com.turanmart.lakehouse.core.conf.Configurations;
import com.turanmart.lakehouse.core.conf.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The part of a configuration that finance_daily is made of: what others beside the engine make as well. */
record FinanceOnly(Path conf, List<TableName> tables, Set<String> datasets) {

    static FinanceOnly of(Path whole, Path conf) throws IOException {
        copy("env/demo.yaml", whole, conf);
        var environment = copy("env/local.yaml", whole, conf);
        var declared = new ArrayList<>(Configurations.read(whole, environment.toString(), System.getenv())
                .orRefuse()
                .tables());
        Collections.reverse(declared);
        var wanted = new HashSet<>(Set.of(TableName.parse("gold.finance_daily")));
        var tables = new ArrayList<TableName>();
        var datasets = new TreeSet<String>();
        for (var table : declared) {
            if (Collections.disjoint(wanted, table.gives())) {
                continue;
            }
            wanted.addAll(table.inputs());
            tables.add(0, table.table());
            if (table instanceof BronzeTable bronze) {
                var path = Path.of(bronze.landing().path());
                datasets.add(path.subpath(0, 2).toString());
            }
            var name = table.table().toString().replace('.', '/');
            copy("tables/" + name + ".yaml", whole, conf);
            if (Files.exists(whole.resolve("sql/" + name + ".sql"))) {
                copy("sql/" + name + ".sql", whole, conf);
            }
        }
        return new FinanceOnly(conf, tables, datasets);
    }

    private static Path copy(String file, Path from, Path to) throws IOException {
        var copy = to.resolve(file);
        Files.createDirectories(copy.getParent());
        return Files.copy(from.resolve(file), copy);
    }
}
