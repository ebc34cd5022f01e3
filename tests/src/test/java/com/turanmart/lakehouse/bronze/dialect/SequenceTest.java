package com.turanmart.lakehouse.bronze.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceTest {
    @Test
    void numbersOfAnyLengthSortAsText() throws MalformedChange {
        var dice = new Random(11);
        var numbers = new ArrayList<BigInteger>(List.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.TEN.pow(38)));
        for (var bits = 1; bits < 600; bits++) {
            numbers.add(new BigInteger(bits, dice));
        }
        numbers.sort(Comparator.naturalOrder());

        var sequences = new ArrayList<String>();
        for (var number : numbers) {
            sequences.add(Sequence.ofNumber("change_seq", number.toString()));
        }

        assertThat(sequences).isSorted();
        assertThat(sequences.stream().distinct().count())
                .isEqualTo(numbers.stream().distinct().count());
    }

    @Test
    void zerosInFrontOfANumberSayNothing() throws MalformedChange {
        assertThat(Sequence.ofNumber("s", "0042")).isEqualTo(Sequence.ofNumber("s", "42"));
        assertThat(Sequence.ofNumber("s", "0".repeat(60) + "7")).isEqualTo(Sequence.ofNumber("s", "7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1.5", "-1", "0x1F", "mysql-bin.000003:4", "\u0661"})
    void whatIsNoNumberHasNoOrder(String sent) {
        assertThatThrownBy(() -> Sequence.ofNumber("change_seq", sent))
                .isInstanceOf(MalformedChange.class)
                .hasMessage("change_seq is no whole number: the order of changes cannot be told");
    }
}
