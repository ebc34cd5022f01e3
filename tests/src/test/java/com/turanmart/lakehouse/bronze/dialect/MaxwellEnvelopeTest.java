package com.turanmart.lakehouse.bronze.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.turanmart.lakehouse.core.conf.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaxwellEnvelopeTest {
    private static final Opened MAXWELL = Opened.by(new Dialect.Maxwell("all"));

    @Test
    void anUpdateHasTheOldValuesOfWhatHasChanged() throws MalformedChange {
        var change = MAXWELL.event("{'table':'loans','type':'update','ts':1596684893,'xid':7152,'commit':true,"
                        + "'data':{'id':106,'fee':1.0},'old':{'fee':0.50}}")
                .get(0);

        assertThat(change.operation()).isEqualTo(Operation.UPDATE);
        assertThat(change.fields()).isEqualTo(Map.of("id", "106", "fee", "1.0"));
        assertThat(change.before()).isEqualTo(Map.of("fee", "0.50"));
        assertThat(change.committedAt()).contains("1596684893");
    }

    @ParameterizedTest
    @CsvSource({"insert, INSERT", "bootstrap-insert, INSERT", "update, UPDATE", "delete, DELETE"})
    void tellsTheOperation(String type, Operation operation) throws MalformedChange {
        var change =
                MAXWELL.event("{'type':'" + type + "','ts':1,'data':{'id':1}}").get(0);

        assertThat(change.operation()).isEqualTo(operation);
        assertThat(change.fields()).isEqualTo(Map.of("id", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bootstrap-start", "bootstrap-complete", "table-create", "table-alter", "database-drop"})
    void passesOverWhatIsAboutNoRow(String type) throws MalformedChange {
        assertThat(MAXWELL.event("{'type':'" + type + "','ts':1,'data':{}}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'ts':1,'data':{'id':1}} | type is no change of a row that Maxwell sends",
                "{'type':'upsert','ts':1,'data':{'id':1}} | type is no change of a row that Maxwell sends",
                "{'type':'insert','data':{'id':1}} | ts is missing",
                "{'type':'insert','ts':1} | data is missing",
                "{'type':'insert','ts':1,'position':'here','data':{'id':1}} | position is no whole number: the order of changes cannot be told",
            })
    void anEventThatTellsNoChangeIsMalformed(String event, String reason) {
        assertThatThrownBy(() -> MAXWELL.event(event))
                .isInstanceOf(MalformedChange.class)
                .hasMessage(reason);
    }

    @Test
    void rowsOfATransactionFollowTheirNumbersAndTheLastOneItsCommit() throws MalformedChange {
        isSorted(
                "'ts':999,'xid':50,'commit':true",
                "'ts':1000,'xid':9,'commit':true",
                "'ts':1000,'xid':10,'xoffset':2",
                "'ts':1000,'xid':10,'xoffset':10",
                "'ts':1000,'xid':10",
                "'ts':1000,'xid':10,'commit':true",
                "'ts':1000,'xid':11,'xoffset':0");
    }

    @Test
    void aPositionInTheLogTellsMoreThanTheSecond() throws MalformedChange {
        isSorted(
                "'ts':2000,'xid':1",
                "'ts':1000,'position':'master.000009:800'",
                "'ts':999,'position':'master.000009:1000'",
                "'ts':998,'position':'master.000010:4'");
    }

    @Test
    void eventsOfOtherTablesAreSkipped() throws MalformedChange {
        var event = "{'table':'loans','type':'insert','ts':1,'data':{'id':1}}";

        assertThat(Opened.by(new Dialect.Maxwell("loans")).event(event)).hasSize(1);
        assertThat(Opened.by(new Dialect.Maxwell("members")).event(event)).isEmpty();
    }

    private static void isSorted(String... positions) throws MalformedChange {
        List<String> sequences = new ArrayList<>();
        for (var position : positions) {
            sequences.add(MAXWELL.order("{'type':'insert'," + position + ",'data':{'id':1}}"));
        }
        assertThat(sequences).isSorted().doesNotHaveDuplicates();
    }
}
