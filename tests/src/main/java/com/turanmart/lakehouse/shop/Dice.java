package com.turanmart.lakehouse.shop;

import java.util.List;

/** Repeatable draws: the same seed and place give the same numbers on every machine and every JDK. */
final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed, long topic, long place, long index) {
        state = mix(mix(mix(mix(seed) + topic * STEP) + place * STEP) + index * STEP);
    }

    int below(int bound) {
        state += STEP;
        return (int) ((mix(state) >>> 33) % bound);
    }

    int between(int lowest, int highest) {
        return lowest + below(highest - lowest + 1);
    }

    boolean chance(int perMille) {
        return below(1000) < perMille;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    // SplitMix64, written out because no JDK class promises its algorithm for ever.
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
