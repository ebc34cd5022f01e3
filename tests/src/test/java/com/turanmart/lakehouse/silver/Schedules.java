package com.turanmart.lakehouse.silver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random schedules of random stories. The number of a schedule is a part of its keys, so that all of them share the few
 * loads of one table: each row comes in one of the batches, some of them twice, in any order.
 *
 * @param stories what happens in each schedule
 * @param batches what comes with each load
 */
record Schedules(long seed, List<List<BronzeRow>> stories, List<List<BronzeRow>> batches) {
    static final int COUNT = 300;
    private static final int BATCHES = 3;

    static Schedules draw(BiFunction<Integer, Random, List<BronzeRow>> story) {
        return draw(ThreadLocalRandom.current().nextLong(), story);
    }

    static Schedules draw(long seed, BiFunction<Integer, Random, List<BronzeRow>> story) {
        var random = new Random(seed);
        var stories = IntStream.range(0, COUNT)
                .mapToObj(number -> story.apply(number, random))
                .toList();
        var batches = Stream.generate(() -> (List<BronzeRow>) new ArrayList<BronzeRow>())
                .limit(BATCHES)
                .toList();
        for (var row : stories.stream().flatMap(List::stream).toList()) {
            var copies = random.nextInt(5) == 0 ? 2 : 1;
            for (var copy = 0; copy < copies; copy++) {
                batches.get(random.nextInt(BATCHES)).add(row);
            }
        }
        batches.forEach(batch -> Collections.shuffle(batch, random));
        return new Schedules(seed, stories, batches);
    }

    @Override
    public String toString() {
        return "seed " + seed;
    }
}
