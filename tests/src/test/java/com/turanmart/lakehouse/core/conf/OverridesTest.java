package com.turanmart.lakehouse.core.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesTest {
    @TempDir
    private Path path;

    @Test
    void knowsEveryScalarKeyOfAnEnvironment() {
        assertThat(new Overrides().names())
                .containsExactly(
                        "LAKEHOUSE_DESCRIPTION",
                        "LAKEHOUSE_LANES",
                        "LAKEHOUSE_ROOT",
                        "LAKEHOUSE_S3_ENDPOINT",
                        "LAKEHOUSE_S3_PATH_STYLE",
                        "LAKEHOUSE_S3_REGION",
                        "LAKEHOUSE_ZONES_BRONZE",
                        "LAKEHOUSE_ZONES_GOLD",
                        "LAKEHOUSE_ZONES_LANDING",
                        "LAKEHOUSE_ZONES_OPS",
                        "LAKEHOUSE_ZONES_QUARANTINE",
                        "LAKEHOUSE_ZONES_RESTRICTED",
                        "LAKEHOUSE_ZONES_SILVER");
    }

    @Test
    void standsForKeysOfTheFile() {
        var variables = Map.of(
                "LAKEHOUSE_ROOT", "s3a://bucket/data",
                "LAKEHOUSE_ZONES_LANDING", "s3a://landing",
                "LAKEHOUSE_S3_ENDPOINT", "http://localhost:9000",
                "LAKEHOUSE_S3_PATH_STYLE", "true",
                "LAKEHOUSE_LANES", "3",
                "LAKEHOUSE_MEMORY", "4g",
                "PATH", "/bin");

        var environment = new SoundFolder(path).read(variables).orRefuse().environment();

        assertThat(environment.place(Zone.GOLD)).isEqualTo("s3a://bucket/data/gold");
        assertThat(environment.place(Zone.LANDING)).isEqualTo("s3a://landing");
        assertThat(environment.s3()).contains(new ObjectStore("http://localhost:9000", "us-east-1", true));
        assertThat(environment.lanes()).isEqualTo(3);
    }

    @Test
    void tellsTheVariableThatIsWrong() {
        var folder = new SoundFolder(path);
        var variables = Map.of(
                "LAKEHOUSE_LANS", "3",
                "LAKEHOUSE_LANES", "many",
                "LAKEHOUSE_ROOT", "",
                "LAKEHOUSE_S3_PATH_STYLE", "1",
                "LAKEHOUSE_ZONES_GOLD", "a/../b");

        var problems = folder.shown(folder.read(variables));

        assertThat(problems)
                .containsExactly(
                        "LAKEHOUSE_LANES: invalid 'lanes': found 'many', expected a whole number",
                        "LAKEHOUSE_LANS: unknown variable. Did you mean 'LAKEHOUSE_LANES'?",
                        "LAKEHOUSE_ROOT: invalid 'root': found nothing, expected a text",
                        "LAKEHOUSE_S3_PATH_STYLE: invalid 'path_style': found '1', expected true or false",
                        "LAKEHOUSE_S3_PATH_STYLE: missing key 'endpoint': Address of the store.",
                        "LAKEHOUSE_ZONES_GOLD: invalid 'gold': found 'a/../b', expected a place without '..'");
    }

    @Test
    void areCheckedEvenWhenTheFileIsNotThere() {
        var folder = new SoundFolder(path);

        var reading = Configurations.read(path, "prod", Map.of("LAKEHOUSE_LANES", "many"));

        assertThat(folder.shown(reading))
                .containsExactlyInAnyOrder(
                        "LAKEHOUSE_LANES: invalid 'lanes': found 'many', expected a whole number",
                        "env: no environment 'prod'. Known: local");
    }
}
