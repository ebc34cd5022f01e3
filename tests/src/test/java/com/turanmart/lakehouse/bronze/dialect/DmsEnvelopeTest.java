package com.turanmart.lakehouse.bronze.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.turanmart.lakehouse.core.conf.Dialect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DmsEnvelopeTest {
    private static final Opened NUMBERED = Opened.by(new Dialect.Dms("Op", "change_seq", "commit_ts"));
    private static final Opened BY_LINE = Opened.by(new Dialect.Dms("Op", Dialect.Dms.BY_LINE, "commit_ts"));

    @ParameterizedTest
    @CsvSource({"I, INSERT", "U, UPDATE", "D, DELETE"})
    void tellsTheOperation(String sent, Operation operation) throws MalformedChange {
        var change = NUMBERED.change("Op", sent, "change_seq", "5", "commit_ts", "2026-02-03", "order_id", "17");

        assertThat(change.operation()).isEqualTo(operation);
        assertThat(change.sequence().orElseThrow()).hasSize(38).endsWith("05");
        assertThat(change.committedAt()).contains("2026-02-03");
        assertThat(change.fields()).containsEntry("order_id", "17");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "X", "i", "Insert", " I"})
    void anyOtherOperationIsNoInsert(String sent) {
        assertThatThrownBy(() -> NUMBERED.change("Op", sent, "change_seq", "5", "order_id", "17"))
                .isInstanceOf(MalformedChange.class)
                .hasMessage("Op is none of I, U and D");
    }

    @Test
    void aFullLoadComesBeforeEveryChange() throws MalformedChange {
        var change = NUMBERED.change("order_id", "17");

        assertThat(change.operation()).isEqualTo(Operation.INSERT);
        assertThat(change.sequence()).isEmpty();
        assertThat(change.committedAt()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0000002A", "12.5"})
    void aChangeWithoutANumberIsNotTaken(String sequence) {
        assertThatThrownBy(() -> NUMBERED.change("Op", "U", "change_seq", sequence, "order_id", "17"))
                .isInstanceOf(MalformedChange.class)
                .hasMessageStartingWith("change_seq is ")
                .hasMessageEndingWith("the order of changes cannot be told");
    }

    @Test
    void withoutASequenceNamesOfFilesTellTheOrderAndThenLines() throws MalformedChange {
        var order = List.of(
                BY_LINE.from("shop/LOAD00000001.csv").sequence(9, "order_id", "17"),
                BY_LINE.from("shop/LOAD00000002.csv").sequence(1, "order_id", "17"),
                BY_LINE.from("shop/20211017-1.csv").sequence(2, "Op", "U", "order_id", "17"),
                BY_LINE.from("shop/20211017-1.csv").sequence(10, "Op", "U", "order_id", "17"),
                BY_LINE.from("shop/20211018-1.csv").sequence(1, "Op", "D", "order_id", "17"),
                BY_LINE.from("shop/2021/LOAD1.csv").sequence(1, "order_id", "17"));

        assertThat(order).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void knowsItsOwnFields() {
        assertThat(Envelope.of(new Dialect.Dms("Op", "s", "c"), "a.csv").ownFields())
                .containsExactlyInAnyOrder("Op", "s", "c");
    }

    @Test
    void everyPlainRecordIsAVersion() throws MalformedChange {
        var plain = Opened.by(new Dialect.Plain());

        var change = plain.change("Op", "D", "order_id", "17");

        assertThat(change.operation()).isEqualTo(Operation.INSERT);
        assertThat(change.sequence()).isEqualTo(Optional.of("shop/orders/20260203.csv#000000000007"));
        assertThat(change.fields()).containsEntry("Op", "D");
    }
}
