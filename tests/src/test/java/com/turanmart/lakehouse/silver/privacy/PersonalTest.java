package com.turanmart.lakehouse.silver.privacy;

import static com.turanmart.lakehouse.silver.Declared.personal;
import static com.turanmart.lakehouse.silver.Declared.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.turanmart.lakehouse.core.conf.Column;
import com.turanmart.lakehouse.core.conf.Privacy;
import com.turanmart.lakehouse.core.conf.Privacy.Generalise;
import com.turanmart.lakehouse.core.conf.Privacy.Mask;
import com.turanmart.lakehouse.core.conf.Privacy.Pseudonym;
import com.turanmart.lakehouse.core.conf.Quality;
import com.turanmart.lakehouse.core.conf.SecretReference;
import com.turanmart.lakehouse.core.conf.Write;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.silver.BronzeRow;
import com.turanmart.lakehouse.silver.Declared;
import com.turanmart.lakehouse.silver.transform.Typed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private SecretReference secret = new SecretReference.Env("NOT_SET");

    @BeforeEach
    void writeKey() throws IOException {
        Files.writeString(folder.resolve("key"), KEY + "\n");
        secret = new SecretReference.File(folder.resolve("key").toString());
    }

    @Test
    void eachKindKeepsWhatItSays() throws Exception {
        var row = without(
                        row("ann", "ann", "4111111111111111", "12345", "1990-05-17", "1990-05-17", "-37", "x"),
                        personal(sent("a", "string"), pseudonym("one")),
                        personal(sent("b", "string"), pseudonym("two")),
                        personal(sent("c", "string"), new Mask(2, 4, false)),
                        personal(sent("d", "string"), new Mask(1, 2, false)),
                        personal(sent("e", "date"), new Generalise(Generalise.To.YEAR, 0, false)),
                        personal(sent("f", "date"), new Generalise(Generalise.To.MONTH, 0, false)),
                        personal(sent("g", "int"), new Generalise(Generalise.To.BAND, 10, false)),
                        personal(sent("h", "string"), new Privacy.Drop()))
                .collectAsList()
                .get(0);

        assertThat(row.mkString(","))
                .startsWith(hmac("one", "ann") + "," + hmac("two", "ann") + ",41****1111,****,1990,1990-05,-40,null");
        assertThat(row.schema().fieldNames()).doesNotContain("h");
        assertThat(row.schema().apply("a").metadata().getString("pseudonym_key"))
                .matches("1:[0-9a-f]{12}");
    }

    @Test
    void neitherThePlanNorTheMetadataHoldsTheKey() {
        var rows = without(row("ann", "", "", "", "", "", "", ""), personal(sent("a", "string"), pseudonym("one")));

        var plan = rows.queryExecution().toString()
                + rows.queryExecution().optimizedPlan().toJSON()
                + rows.schema().json();

        assertThat(plan).contains("pseudonym").doesNotContain(KEY);
    }

    @Test
    void aKeyThatIsNotThereIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> PseudonymKey.at(new SecretReference.Env("LAKEHOUSE_SECRET_NOT_SET")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.WRONG_CALL))
                .hasMessage("Missing key of pseudonyms: environment variable LAKEHOUSE_SECRET_NOT_SET is not there."
                        + " Make one with: openssl rand -hex 32");
    }

    private Pseudonym pseudonym(String domain) {
        return new Pseudonym(secret, 1, domain, false);
    }

    private static BronzeRow row(String... texts) {
        return BronzeRow.of("I", "1", texts);
    }

    private static Dataset<Row> without(BronzeRow row, Column... columns) {
        var table = Declared.table(
                List.of(),
                new Write.Merge(List.of("_sequence"), Optional.empty(), false, false),
                Quality.NONE,
                columns);
        var names = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        return Personal.without(table, Typed.rows(table, BronzeRow.rows(names, List.of(row))));
    }

    private static String hmac(String domain, String value) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal((domain + "\0" + value).getBytes(StandardCharsets.UTF_8)));
    }
}
