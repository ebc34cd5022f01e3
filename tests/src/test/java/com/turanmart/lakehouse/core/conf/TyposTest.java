package com.turanmart.lakehouse.core.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TyposTest {
    private static final Pattern KEY = Pattern.compile("(?m)(?<=^|[{ ,])([a-z_]{2,})(?=: )");

    @Test
    void everyMistypedKeyIsToldOnceWithTheOneThatWasMeant(@TempDir Path path) {
        var seed = System.nanoTime();
        System.out.println("TyposTest seed " + seed);
        var random = new Random(seed);
        var folder = new SoundFolder(path);

        for (var round = 0; round < 60; round++) {
            var file = List.of(SoundFolder.LOCAL, SoundFolder.BRONZE, SoundFolder.SILVER, SoundFolder.GOLD)
                    .get(random.nextInt(4));
            var text = folder.text(file);
            var keys = KEY.matcher(text).results().toList();
            var key = keys.get(random.nextInt(keys.size()));
            var typo = mistyped(key.group(), random);
            folder.write(file, text.substring(0, key.start()) + typo + text.substring(key.end()));
            var line = text.substring(0, key.start()).split("\n", -1).length;

            assertThat(folder.problems())
                    .as("seed %d, round %d: %s for %s", seed, round, typo, key.group())
                    .singleElement()
                    .asString()
                    .startsWith(file + ":" + line + ": unknown key '" + typo + "'. Did you mean '");
            folder.write(file, text);
        }
    }

    /** One letter lost, doubled, changed or swapped with the next; never another word that is known there. */
    private static String mistyped(String key, Random random) {
        var at = random.nextInt(key.length());
        var typo = new StringBuilder(key);
        switch (random.nextInt(4)) {
            case 0 -> typo.deleteCharAt(at);
            case 1 -> typo.insert(at, 'q');
            case 2 -> typo.setCharAt(at, 'q');
            default ->
                typo.insert(Math.min(at + 1, key.length() - 1), typo.charAt(at)).deleteCharAt(at);
        }
        return typo.toString().equals(key) ? key + "q" : typo.toString();
    }
}
