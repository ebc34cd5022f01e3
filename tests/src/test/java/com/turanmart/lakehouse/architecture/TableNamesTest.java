package com.turanmart.lakehouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableNamesTest {
    @Test
    void lawTenTheEngineNamesNoTable() {
        Path root = Repository.root();
        Set<String> tables = TableNames.declared(root);

        assertThat(TableNames.named(root, tables)).isEmpty();
        assertThat(tables.isEmpty())
                .as("conf/tables exists and declares nothing")
                .isEqualTo(!Files.exists(root.resolve("conf/tables")));
    }

    @Test
    void findsASourceThatNamesATable(@TempDir Path root) throws IOException {
        write(root.resolve("conf/tables/silver/orders.yaml"), "table: silver.orders\n");
        write(root.resolve("conf/tables/gold/customer_360.yaml"), "table: gold.customer_360\n");
        write(
                root.resolve("gold/src/main/java/Mart.java"),
                "class Mart { String table = \"orders\"; } // customer_360\n");
        write(root.resolve("core/src/main/java/Innocent.java"), "class Innocent { void orders() {} }\n");

        assertThat(TableNames.named(root, TableNames.declared(root)))
                .containsExactly(
                        "gold/src/main/java/Mart.java: \"orders\"", "gold/src/main/java/Mart.java: customer_360");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
