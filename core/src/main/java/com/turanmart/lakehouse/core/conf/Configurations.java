package com.turanmart.lakehouse.core.conf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** Reads configuration folders. */
public final class Configurations {
    private Configurations() {}

    /**
     * Reads a folder for one environment and reports everything that is wrong with it, without starting Spark.
     *
     * @param environment the name of a file of {@code env/}, or the path of a YAML file elsewhere
     * @param variables environment variables; LAKEHOUSE_... stand for keys of the environment file
     */
    public static Reading read(Path folder, String environment, Map<String, String> variables) {
        List<Problem> problems = new ArrayList<>();
        var layout = Layout.of(folder, problems::add);
        var environmentFile = EnvironmentFile.find(layout, environment);
        var secrets = new Secrets();
        layout.files().forEach(secrets::search);
        environmentFile.outside().ifPresent(secrets::search);

        var declared = new Declarations(
                environmentFile.read(variables, problems::add), tables(layout, problems), sql(layout, problems));
        ServiceLoader.load(Inspection.class).forEach(inspection -> inspection.inspect(declared, problems::add));

        var all = new TreeSet<>(secrets.problems());
        problems.stream().filter(problem -> !secrets.hide(problem)).forEach(all::add);
        return all.isEmpty()
                ? new Reading.Sound(configuration(folder, declared))
                : new Reading.Refused(List.copyOf(all));
    }

    private static List<Declared<Table>> tables(Layout layout, List<Problem> problems) {
        return Arrays.stream(Layer.values())
                .flatMap(layer -> layout.tables(layer).stream().map(file -> TableFile.read(file, layer, problems::add)))
                .toList();
    }

    private static Map<String, SqlFile> sql(Layout layout, List<Problem> problems) {
        Map<String, SqlFile> files = new LinkedHashMap<>();
        for (var layer : Layer.values()) {
            layout.sql(layer)
                    .forEach(file -> files.put(
                            Declarations.sqlName(layer, file.stem()),
                            new SqlFile(file.shown(), file.text(problems::add))));
        }
        return files;
    }

    private static Configuration configuration(Path folder, Declarations declared) {
        Map<TableName, String> sql = new LinkedHashMap<>();
        declared.tables(SqlTable.class)
                .forEach(table -> declared.sql(table)
                        .flatMap(SqlFile::text)
                        .ifPresent(text -> sql.put(table.value().table(), text)));
        return new Configuration(folder, declared.environment().value(), InputsFirst.order(declared), Map.copyOf(sql));
    }
}
