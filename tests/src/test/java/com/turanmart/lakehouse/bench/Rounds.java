package com.turanmart.lakehouse.bench;

import java.time.Duration;
import java.time.Instant;

/** The same again and again, as often as was asked for and as there is time; once in any case. */
record Rounds(int most, Instant until) {

    interface Round {
        void play() throws Exception;
    }

    void of(String what, Round round) throws Exception {
        var last = Duration.ZERO;
        for (var number = 1; number <= most; number++) {
            var begun = Instant.now();
            if (number > 1 && begun.plus(last).isAfter(until)) {
                System.out.println("bench: " + what + ": no time for round " + number);
                return;
            }
            System.out.println("bench: " + what + ", round " + number + " of " + most);
            round.play();
            last = Duration.between(begun, Instant.now());
        }
    }
}
