package com.turanmart.lakehouse.core.sql;

import java.util.Optional;
import java.util.function.Function;

/** What became of a text: its meaning, or the reason why it has none. */
public sealed interface Parsed<T> {
    /** The text is sound. */
    record Sound<T>(T meaning) implements Parsed<T> {
        @Override
        public Optional<T> value() {
            return Optional.of(meaning);
        }

        @Override
        public Optional<SqlProblem> problem() {
            return Optional.empty();
        }
    }

    /** The text is refused. */
    record Refused<T>(SqlProblem reason) implements Parsed<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public Optional<SqlProblem> problem() {
            return Optional.of(reason);
        }
    }

    Optional<T> value();

    Optional<SqlProblem> problem();

    /** The same, told in other terms. */
    default <R> Parsed<R> map(Function<T, R> terms) {
        return value().<Parsed<R>>map(meaning -> new Sound<>(terms.apply(meaning)))
                .orElseGet(() -> new Refused<>(problem().orElseThrow()));
    }

    /** For a text that was inspected before. */
    default T orThrow() {
        return value().orElseThrow(() -> new IllegalStateException(problem().toString()));
    }
}
