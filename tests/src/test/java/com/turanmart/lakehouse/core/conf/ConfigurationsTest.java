package com.turanmart.lakehouse.core.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationsTest {
    @Test
    void readsASoundFolder(@TempDir Path folder) {
        var configuration = new SoundFolder(folder);

        assertThat(configuration.problems()).isEmpty();
    }
}
