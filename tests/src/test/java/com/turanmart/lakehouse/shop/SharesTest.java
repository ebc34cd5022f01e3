package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void givesTheLastCentToTheLargestLine() {
        assertThat(Shares.of(100, new long[] {100, 101, 99})).containsExactly(33, 34, 33);
    }

    @Test
    void givesTheLastCentToTheFirstOfEqualLines() {
        assertThat(Shares.of(100, new long[] {50, 50, 50})).containsExactly(34, 33, 33);
    }

    @Test
    void givesEverythingToTheFirstLineWhenNothingHasAValue() {
        assertThat(Shares.of(99, new long[] {0, 0})).containsExactly(99, 0);
    }

    @Test
    void givesNothingToALineWithoutValue() {
        assertThat(Shares.of(7, new long[] {0, 5})).containsExactly(0, 7);
    }

    @Test
    void sharesAmountsWhoseProductsExceedALong() {
        long huge = 3_000_000_000_000L;

        assertThat(Shares.of(huge, new long[] {huge, huge, huge + 3}))
                .containsExactly(999_999_999_999L, 999_999_999_999L, 1_000_000_000_002L);
    }

    @Test
    void alwaysAddsUp() {
        for (int seed = 0; seed < 1_000; seed++) {
            Dice dice = new Dice(seed, 0, 0, 0);
            long amount = dice.below(100_000);
            long[] gross = {dice.below(900), dice.below(900), dice.below(90_000), dice.below(2)};

            assertThat(Arrays.stream(Shares.of(amount, gross)).sum())
                    .as("seed %d", seed)
                    .isEqualTo(amount);
        }
    }
}
