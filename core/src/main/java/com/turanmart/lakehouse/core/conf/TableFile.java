package com.turanmart.lakehouse.core.conf;

import com.turanmart.lakehouse.core.conf.Node.Mapping;
import com.turanmart.lakehouse.core.conf.Node.Scalar;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One file of {@code tables/}: read as what its table is, even when it lies in the wrong folder. */
final class TableFile {
    private TableFile() {}

    static Declared<Table> read(TextFile file, Layer folder, Consumer<Problem> problems) {
        var node = file.text(problems).flatMap(text -> YamlText.read(file.shown(), text, problems));
        if (node.isEmpty()) {
            return Binder.unreadable(folder.kind(Set.of()), file.stem(), file.shown())
                    .as(Table.class);
        }
        var name = node.flatMap(TableFile::declaredName);
        var layer = name.flatMap(declared -> Layer.of(declared.zone()));
        var declared = Binder.bind(layer.orElse(folder).kind(keys(node.get())), file.stem(), node.get(), problems);
        if (name.isPresent() && layer.isEmpty()) {
            problems.accept(
                    declared.problem("no table of zone '" + name.get().zone().word() + "' can be declared", "table"));
        } else if (layer.isPresent() && layer.get() != folder) {
            problems.accept(declared.problem(
                    "'" + name.get() + "' lies in tables/" + folder.word() + ", expected tables/"
                            + layer.get().word(),
                    "table"));
        }
        return declared.as(Table.class);
    }

    private static Set<String> keys(Node node) {
        return node instanceof Mapping mapping
                ? mapping.entries().stream().map(entry -> entry.key().text()).collect(Collectors.toSet())
                : Set.of();
    }

    private static Optional<TableName> declaredName(Node node) {
        if (!(node instanceof Mapping mapping)) {
            return Optional.empty();
        }
        return mapping.entries().stream()
                .filter(entry -> entry.key().text().equals("table"))
                .flatMap(entry -> entry.value() instanceof Scalar scalar
                        ? TableName.find(scalar.text()).stream()
                        : Optional.<TableName>empty().stream())
                .findFirst();
    }
}
