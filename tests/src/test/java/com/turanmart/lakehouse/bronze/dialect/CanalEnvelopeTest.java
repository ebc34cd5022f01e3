package com.turanmart.lakehouse.bronze.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.turanmart.lakehouse.core.conf.Dialect;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanalEnvelopeTest {
    private static final Opened CANAL = Opened.by(new Dialect.Canal("all"));

    @Test
    void oneEventTellsSeveralRowsInTheirOrder() throws MalformedChange {
        var changes = CANAL.event("{'type':'UPDATE','isDdl':false,'es':5,'ts':6,'id':7,'table':'loans',"
                + "'data':[{'id':'1','fee':'2.0'},{'id':'2','fee':null}],'old':[{'fee':'1.0'},null]}");

        assertThat(changes).extracting(Change::operation).containsOnly(Operation.UPDATE);
        assertThat(changes).extracting(change -> change.fields().get("id")).containsExactly("1", "2");
        assertThat(changes.get(1).fields()).containsEntry("fee", null);
        assertThat(changes).extracting(Change::before).containsExactly(Map.of("fee", "1.0"), Map.of());
        assertThat(changes)
                .extracting(change -> change.sequence().orElseThrow())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(changes)
                .extracting(change -> change.committedAt().orElseThrow())
                .containsOnly("5");
    }

    @Test
    void timesComeBeforeTheNumberThatStartsAnewWithTheServer() throws MalformedChange {
        var before = CANAL.order("{'type':'INSERT','es':1000,'ts':1001,'id':900,'data':[{'id':'1'}]}");
        var after = CANAL.order("{'type':'INSERT','es':1000,'ts':1002,'id':1,'data':[{'id':'1'}]}");

        assertThat(before).isLessThan(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'CREATE','isDdl':true,'data':null,'es':5,'sql':'CREATE TABLE loans'}",
                "{'type':'QUERY','isDdl':false,'data':null,'es':5}"
            })
    void passesOverWhatIsAboutNoRow(String event) throws MalformedChange {
        assertThat(CANAL.event(event)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'UPSERT','es':5,'data':[{'id':'1'}]} | type is none of INSERT, UPDATE and DELETE",
                "{'es':5,'data':[{'id':'1'}]} | type is none of INSERT, UPDATE and DELETE",
                "{'type':'TRUNCATE','isDdl':true,'es':5,'data':null} | a truncate: every row is gone at the sender; the table must be taken anew",
                "{'type':'INSERT','es':5,'data':null} | data has no row",
                "{'type':'INSERT','es':5,'data':{'id':'1'}} | data is no list",
                "{'type':'INSERT','es':5,'data':['1']} | data is no object",
                "{'type':'INSERT','data':[{'id':'1'}]} | es is missing",
            })
    void anEventThatTellsNoChangeIsMalformed(String event, String reason) {
        assertThatThrownBy(() -> CANAL.event(event))
                .isInstanceOf(MalformedChange.class)
                .hasMessage(reason);
    }

    @Test
    void eventsOfOtherTablesAreSkipped() throws MalformedChange {
        var event = "{'table':'loans','type':'DELETE','es':1,'data':[{'id':'1'}]}";

        assertThat(Opened.by(new Dialect.Canal("loans")).event(event)).hasSize(1);
        assertThat(Opened.by(new Dialect.Canal("members")).event(event)).isEmpty();
    }
}
