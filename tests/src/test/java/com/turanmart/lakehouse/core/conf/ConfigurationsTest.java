package com.turanmart.lakehouse.core.conf;

import static com.turanmart.lakehouse.core.conf.SoundFolder.GOLD;
import static com.turanmart.lakehouse.core.conf.SoundFolder.LOCAL;
import static com.turanmart.lakehouse.core.conf.SoundFolder.SILVER;
import static com.turanmart.lakehouse.core.conf.SoundFolder.SQL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationsTest {
    @TempDir
    private Path path;

    @Test
    void readsASoundFolder() {
        var folder = new SoundFolder(path);

        var configuration = folder.read().orRefuse();

        assertThat(configuration.tables())
                .extracting(table -> table.table().toString())
                .containsExactly("bronze.shop_orders", "silver.orders", "gold.sales_daily");
        assertThat(configuration.sql()).containsOnly(Map.entry(TableName.parse("gold.sales_daily"), folder.text(SQL)));
        assertThat(configuration.environment().place(Zone.LANDING)).isEqualTo("lakehouse-data/landing");
    }

    @Test
    void putsInputsBeforeTheTablesThatReadThem() {
        var folder = new SoundFolder(path);
        folder.write(
                        "tables/gold/a_first.yaml",
                        folder.text(GOLD)
                                .replace("gold.sales_daily", "gold.a_first")
                                .replace("silver.orders", "gold.sales_daily"))
                .write("sql/gold/a_first.sql", folder.text(SQL).replace("silver.orders", "gold.sales_daily"));

        var tables = folder.read().orRefuse().tables(GoldTable.class);

        assertThat(tables).extracting(table -> table.table().name()).containsExactly("sales_daily", "a_first");
    }

    @Test
    void listsWhatExistsWhenTheEnvironmentDoesNot() {
        var folder = new SoundFolder(path);

        var reading = Configurations.read(path, "prod", Map.of());

        assertThat(folder.shown(reading)).containsExactly("env: no environment 'prod'. Known: local");
    }

    @Test
    void saysThatAnEnvironmentsFileIsNotThere() {
        var folder = new SoundFolder(path);

        var reading = Configurations.read(path, "nosuch/local.yaml", Map.of());

        assertThat(folder.shown(reading)).containsExactly("nosuch/local.yaml: no such file, expected an environment");
    }

    @Test
    void takesAnEnvironmentFromElsewhere(@TempDir Path elsewhere) {
        var folder = new SoundFolder(path);
        var file = new SoundFolder(elsewhere)
                .replace(LOCAL, "lanes: 2", "lanes: 7")
                .path()
                .resolve(LOCAL);

        var configuration =
                Configurations.read(folder.path(), file.toString(), Map.of()).orRefuse();

        assertThat(configuration.environment().lanes()).isEqualTo(7);
    }

    @Test
    void namesAFolderThatIsNotThere() {
        var folder = new SoundFolder(path);

        var reading = Configurations.read(path.resolve("cnf"), "local", Map.of());

        assertThat(folder.shown(reading)).containsExactly("cnf: no such folder. Name one with --conf");
    }

    @Test
    void tellsWhatLiesThereWhenTablesAreMissing() {
        var folder = new SoundFolder(path);

        var reading = Configurations.read(path.resolve("sql"), "local", Map.of());

        assertThat(folder.shown(reading))
                .containsExactly(
                        "sql: missing folder 'tables'. Found: gold",
                        "sql/env: no environment 'local'. Name a file: --env FILE");
    }

    @Test
    void tellsFilesThatNobodyReads() {
        var folder = new SoundFolder(path)
                .write("tables/silver/refunds.yml", "")
                .write("tables/sliver/refunds.yaml", "")
                .write("tables/sliver/orders.yaml", "")
                .write("tables/readme.md", "")
                .write("sql/bronze/orders.sql", "")
                .write("env/prod.yml", "")
                .write("tables/silver/.orders.yaml.swp", "");

        assertThat(folder.problems())
                .containsExactly(
                        "env/prod.yml: unexpected file, expected env/<name>.yaml",
                        "sql/bronze: unexpected folder, expected sql/<silver|gold>/<table>.sql",
                        "tables/readme.md: unexpected file, expected tables/<bronze|silver|gold>/<table>.yaml",
                        "tables/silver/refunds.yml: unexpected file, expected tables/<bronze|silver|gold>/<table>.yaml",
                        "tables/sliver: unexpected folder, expected tables/<bronze|silver|gold>/<table>.yaml");
    }

    @Test
    void saysNothingOfKeysWhoseKindIsNotKnown() {
        var folder = new SoundFolder(path)
                .replace(SoundFolder.BRONZE, "updated_at", "sent_at")
                .replace(SoundFolder.SILVER, "updated_at", "sent_at")
                .replace(SoundFolder.SILVER, "write:\n", "write:\n  mode: merg\n");

        assertThat(folder.problems())
                .containsExactly("tables/silver/orders.yaml:13: invalid 'mode': found 'merg',"
                        + " expected one of merge, cdc, snapshot, append. Did you mean 'merge'?");
    }

    @Test
    void tellsATableInTheWrongFolderOnce() {
        var folder = new SoundFolder(path);
        folder.write("tables/bronze/orders.yaml", folder.text(SILVER)).delete(SILVER);

        assertThat(folder.problems())
                .containsExactly(
                        "tables/bronze/orders.yaml:1: 'silver.orders' lies in tables/bronze, expected tables/silver");
    }

    @Test
    void reportsEveryMistakeAtOnce() {
        var problems = ManyMistakes.plant(new SoundFolder(path)).problems();

        assertThat(problems).containsExactlyElementsOf(ManyMistakes.PROBLEMS);
    }
}
