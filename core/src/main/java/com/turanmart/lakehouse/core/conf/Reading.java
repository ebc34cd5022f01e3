package com.turanmart.lakehouse.core.conf;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** What reading a configuration gave: the configuration, or every problem that it has. */
public sealed interface Reading {
    /** Without a single problem. */
    record Sound(Configuration configuration) implements Reading {
        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public Configuration orRefuse() {
            return configuration;
        }
    }

    /** In the order of files and lines. */
    record Refused(List<Problem> problems) implements Reading {
        @Override
        public Configuration orRefuse() {
            var count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
            throw new Refusal(
                    ExitCode.WRONG_CALL,
                    problems.stream().map(Problem::toString).collect(Collectors.joining("\n", "", "\n")) + count
                            + " in the configuration; nothing was started.");
        }
    }

    List<Problem> problems();

    /** Refuses with all problems, a line each. */
    Configuration orRefuse();
}
