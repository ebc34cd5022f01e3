package com.turanmart.lakehouse.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountsTest {
    private static final Counts SOUND = new Counts(21, 1, 2, 3, 4, 5, 6);

    @Test
    void partsThatMakeTheWholeAddUp() {
        assertThat(SOUND.addUp()).isTrue();
        assertThat(Counts.NONE.addUp()).isTrue();
        assertThat(Counts.loaded(10, 3).addUp()).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void aRowTooManyOrTooFewShows(Counts counts) {
        assertThat(counts.addUp()).isFalse();
    }

    static Stream<Counts> aRowTooManyOrTooFewShows() {
        return Stream.of(
                new Counts(20, 1, 2, 3, 4, 5, 6),
                new Counts(21, 0, 2, 3, 4, 5, 6),
                new Counts(21, 1, 1, 3, 4, 5, 6),
                new Counts(21, 1, 2, 2, 4, 5, 6),
                new Counts(21, 1, 2, 3, 3, 5, 6),
                new Counts(21, 1, 2, 3, 4, 4, 6),
                new Counts(21, 1, 2, 3, 4, 5, 5));
    }

    @Test
    void aNegativePartNeverAddsUp() {
        assertThat(new Counts(1, 2, 0, 0, -1, 0, 0).addUp()).isFalse();
        assertThat(new Counts(1, 2, 0, 0, 0, -1, 0).addUp()).isFalse();
    }

    @Test
    void aLoadReadsWhatItLoadsAndWhatItPutsAside() {
        assertThat(Counts.loaded(10, 3)).isEqualTo(new Counts(13, 10, 0, 0, 0, 0, 3));
    }

    @Test
    void writtenIsWhatChangedTheTable() {
        assertThat(SOUND.written()).isEqualTo(6);
    }

    @Test
    void namesItsPartsInTheOrderThatPeopleReadThem() {
        assertThat(SOUND.byName().toString())
                .isEqualTo("{read=21, inserted=1, updated=2, deleted=3, unchanged=4, superseded=5, quarantined=6}");
    }
}
