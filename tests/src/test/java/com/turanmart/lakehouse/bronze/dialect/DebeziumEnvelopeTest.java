package com.turanmart.lakehouse.bronze.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.turanmart.lakehouse.bronze.format.SentRecord;
import com.turanmart.lakehouse.core.conf.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DebeziumEnvelopeTest {
    private static final Opened DEBEZIUM = Opened.by(new Dialect.Debezium("all"));
    private static final String UPDATE =
            "{'op':'u','before':{'id':1,'fee':1.50},'after':{'id':1,'fee':2.10,'tags':[1, 2]},"
                    + "'source':{'table':'loans','lsn':34131104,'ts_ms':1596010889629},'ts_ms':1596010890411}";

    @Test
    void anUpdateHasBothImages() throws MalformedChange {
        var change = DEBEZIUM.event(UPDATE).get(0);

        assertThat(change.operation()).isEqualTo(Operation.UPDATE);
        assertThat(change.fields()).isEqualTo(Map.of("id", "1", "fee", "2.10", "tags", "[1, 2]"));
        assertThat(change.before()).isEqualTo(Map.of("id", "1", "fee", "1.50"));
        assertThat(change.sequence().orElseThrow()).hasSize(38).endsWith("034131104");
        assertThat(change.committedAt()).contains("1596010889629");
    }

    @Test
    void theSchemaAroundAnEventChangesNothing() throws MalformedChange {
        assertThat(DEBEZIUM.event("{'schema':{'type':'struct'},'payload':" + UPDATE + "}"))
                .isEqualTo(DEBEZIUM.event(UPDATE));
    }

    @ParameterizedTest
    @CsvSource({"c, INSERT", "r, INSERT", "u, UPDATE"})
    void takesTheRowAfterTheChange(String op, Operation operation) throws MalformedChange {
        var change = DEBEZIUM.event("{'op':'" + op + "','before':null,'after':{'id':1},'source':{'lsn':5}}")
                .get(0);

        assertThat(change.operation()).isEqualTo(operation);
        assertThat(change.fields()).isEqualTo(Map.of("id", "1"));
        assertThat(change.before()).isEmpty();
    }

    @Test
    void aDeleteTellsTheRowThatIsGone() throws MalformedChange {
        var change = DEBEZIUM.event("{'op':'d','before':{'id':1},'after':null,'source':{'lsn':5}}")
                .get(0);

        assertThat(change.operation()).isEqualTo(Operation.DELETE);
        assertThat(change.fields()).isEqualTo(Map.of("id", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'m','message':{'prefix':'p'}}",
                "{'ddl':'ALTER TABLE loans','source':{}}",
                "{'schema':{},'payload':null}"
            })
    void passesOverWhatIsAboutNoRow(String event) throws MalformedChange {
        assertThat(DEBEZIUM.event(event)).isEmpty();
    }

    @Test
    void aTombstoneIsPassedOverAndNothingElseWithoutFields() {
        var envelope = Envelope.of(new Dialect.Debezium("all"), "a.jsonl");

        assertThat(envelope.passesOver(malformed("null"))).isTrue();
        assertThat(envelope.passesOver(malformed("[null]"))).isFalse();
        assertThat(Envelope.of(new Dialect.Plain(), "a.jsonl").passesOver(malformed("null")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'op':'x','after':{}} | op is none of c, r, u, d, t and m",
                "{'after':{'id':1}} | op is none of c, r, u, d, t and m",
                "{'op':'t','before':null,'after':null} | a truncate: every row is gone at the sender; the table must be taken anew",
                "{'op':'u','after':null,'source':{'lsn':5}} | after is missing",
                "{'op':'d','before':null,'source':{'lsn':5}} | before is missing",
                "{'op':'c','after':[1],'source':{'lsn':5}} | after is no object",
                "{'op':'c','after':{'id':1},'source':{'lsn':null}} | source.lsn is missing: the order of changes cannot be told",
                "{'op':'c','after':{'id':1},'source':{'lsn':'0/2A'}} | source.lsn is no whole number: the order of changes cannot be told",
            })
    void anEventThatTellsNoChangeIsMalformed(String event, String reason) {
        assertThatThrownBy(() -> DEBEZIUM.event(event))
                .isInstanceOf(MalformedChange.class)
                .hasMessage(reason);
    }

    @Test
    void everyConnectorsPositionsSortAsTheyFollow() throws MalformedChange {
        var positions = List.of(
                List.of("'lsn':9", "'lsn':10", "'lsn':18446744073709551615"),
                List.of(
                        "'file':'bin.000009','pos':700,'row':0",
                        "'file':'bin.000009','pos':1000,'row':2",
                        "'file':'bin.000009','pos':1000,'row':10",
                        "'file':'bin.000010','pos':4,'row':0"),
                List.of(
                        "'commit_lsn':'00000027:00000758:0005','change_lsn':null",
                        "'commit_lsn':'00000027:00000758:0005','change_lsn':'00000027:00000758:0003','event_serial_no':2",
                        "'commit_lsn':'0000002A:00000758:0005','change_lsn':'00000027:00000758:0003','event_serial_no':1"),
                List.of("'scn':'999'", "'scn':'1000','ssn':2", "'scn':'1000','ssn':10"),
                List.of("'ts_ms':999", "'ts_ms':1000"));

        for (var connector : positions) {
            var sequences = new java.util.ArrayList<String>();
            for (var position : connector) {
                sequences.add(DEBEZIUM.order("{'op':'c','after':{'id':1},'source':{" + position + "}}"));
            }
            assertThat(sequences).isSorted().doesNotHaveDuplicates().doesNotContain("");
        }
    }

    @Test
    void aSnapshotWithoutAPositionComesBeforeEveryChange() throws MalformedChange {
        var change = DEBEZIUM.event("{'op':'r','after':{'id':1},'source':{'lsn':null,'ts_ms':1596001099434}}")
                .get(0);

        assertThat(change.sequence()).isEmpty();
    }

    @Test
    void eventsOfOtherTablesAreSkipped() throws MalformedChange {
        assertThat(Opened.by(new Dialect.Debezium("loans")).event(UPDATE)).hasSize(1);
        assertThat(Opened.by(new Dialect.Debezium("members")).event(UPDATE)).isEmpty();
    }

    private static SentRecord malformed(String text) {
        return new SentRecord(7, Map.of(), Optional.of("not a JSON object"), text);
    }
}
