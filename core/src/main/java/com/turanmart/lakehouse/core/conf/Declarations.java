package com.turanmart.lakehouse.core.conf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was read so far, mistakes included.
 *
 * @param sql the files of {@code sql/}, by {@code <layer>/<name>}
 */
public record Declarations(Declared<Environment> environment, List<Declared<Table>> tables, Map<String, SqlFile> sql) {

    public <T extends Table> Stream<Declared<T>> tables(Class<T> kind) {
        return tables.stream().filter(table -> kind.isInstance(table.value())).map(table -> table.as(kind));
    }

    /** Who gives a table: by a name that it declares, or else by the name that its file gives it. */
    public Optional<Declared<Table>> table(TableName name) {
        return tables.stream()
                .filter(table -> table.sound("table") && table.value().table().equals(name))
                .findFirst()
                .or(() -> tables.stream()
                        .filter(table -> table.sound("table") && table.sound("write"))
                        .filter(table -> table.value().gives().contains(name))
                        .findFirst())
                .or(() -> tables.stream()
                        .filter(table -> table.stem().equals(name.name()))
                        .filter(table -> table.value().layer().holds(name.zone()))
                        .findFirst());
    }

    /** The SQL by which a table is defined. */
    public Optional<SqlFile> sql(Declared<? extends SqlTable> table) {
        var layer = table.value().layer();
        return Optional.ofNullable(sql.get(sqlName(layer, table.stem())))
                .or(() -> table.sound("table")
                        ? Optional.ofNullable(
                                sql.get(sqlName(layer, table.value().table().name())))
                        : Optional.empty());
    }

    /** What stands for a file of {@code sql/} among all of them. */
    public static String sqlName(Layer layer, String name) {
        return layer.word() + "/" + name;
    }
}
