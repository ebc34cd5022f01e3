package com.turanmart.lakehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.architecture.Repository;
import com.turanmart.lakehouse.core.conf.KeyOf;
import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.Yaml;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QualityPageTest {
    private static final Page PAGE = Page.read(Repository.root().resolve("docs/quality.md"));

    @Test
    void everyExampleOfRulesCanBeUsedAsItStands() {
        var examples = PAGE.blocks().stream()
                .filter(block -> block.kind().equals("yaml"))
                .map(block -> Yaml.read(Quality.class, block.text()))
                .toList();

        assertThat(examples).hasSize(3);
        assertThat(examples).anySatisfy(quality -> assertThat(quality.block()).hasSize(3));
        assertThat(examples).anySatisfy(quality -> assertThat(quality.sql()).hasSize(1));
        assertThat(examples).anySatisfy(quality -> assertThat(quality.history()).hasSize(4));
    }

    @Test
    void itNamesEveryKey() {
        var named = KeyOf.all(Quality.class).stream()
                .collect(Collectors.toMap(KeyOf::name, key -> PAGE.text().contains("| `" + key.name() + "` |")));

        assertThat(named)
                .isEqualTo(Map.of("quarantine", true, "block", true, "warn", true, "sql", true, "history", true));
    }
}
