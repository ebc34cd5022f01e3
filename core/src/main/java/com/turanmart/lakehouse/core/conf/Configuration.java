package com.turanmart.lakehouse.core.conf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A whole configuration, read once and without a problem.
 *
 * @param tables every declared table, inputs before the tables that read them
 * @param sql the text of {@code sql/<layer>/<name>.sql}, by table
 */
public record Configuration(Path folder, Environment environment, List<Table> tables, Map<TableName, String> sql) {

    public <T extends Table> List<T> tables(Class<T> kind) {
        return tables.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public Table table(TableName name) {
        return tables.stream()
                .filter(table -> table.table().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + name + " is declared"));
    }
}
