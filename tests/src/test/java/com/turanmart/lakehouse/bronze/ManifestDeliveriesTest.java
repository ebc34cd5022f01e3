package com.turanmart.lakehouse.bronze;

import static com.turanmart.lakehouse.bronze.OneTable.MONDAY;
import static com.turanmart.lakehouse.bronze.OneTable.csv;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.CompleteWhen;
import com.turanmart.lakehouse.core.conf.ManifestForm;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.run.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a manifest says is held against what has come, delivery by delivery. */
class ManifestDeliveriesTest {
    private static final CompleteWhen JSON = new CompleteWhen.Manifest("*.manifest.json", new ManifestForm.Json());
    private static final String A = csv("1,0.10", "2,0.20");
    private static final String B = csv("3,-0.05", "4,");

    @TempDir
    private Path folder;

    @Test
    void oneNightSortsSoundDeliveriesFromWrongOnes() {
        var loans = new OneTable(folder, JSON)
                .land(MONDAY, "sound_a.csv", A)
                .land(MONDAY, "sound_b.csv", B)
                .land(MONDAY, "sound.manifest.json", """
                        {"schema_version": 1, "source_position": "bin.7:12", "rows": 4, "totals": {"fee": "0.25"},
                         "files": [{"name": "sound_a.csv", "size": %d, "sha256": "%s", "rows": 2,
                                    "totals": {"fee": "0.3"}}, {"name": "sound_b.csv"}]}
                        """.formatted(A.length(), sha256(A)));
        wrong(loans, "size", "\"size\": 1");
        wrong(loans, "hash", "\"sha256\": \"" + "0".repeat(64) + "\"");
        wrong(loans, "rows", "\"rows\": 3");
        wrong(loans, "total", "\"totals\": {\"fee\": \"0.31\"}");
        wrong(loans, "column", "\"totals\": {\"fees\": \"0.3\"}");
        wrong(loans, "key", "\"checksum\": \"1\"");
        loans.land(MONDAY, "text.csv", csv("9,1e3"))
                .land(MONDAY, "text.manifest.json", """
                        {"files": [{"name": "text.csv", "totals": {"fee": 1000}}]}""")
                .land(MONDAY, "newer.manifest.json", """
                        {"schema_version": 2, "files": []}""")
                .land(MONDAY, "strange.manifest.json", """
                        {"files": [{"name": "../loans.txt"}]}""")
                .land(MONDAY, "half.manifest.json", "{\"files\": [");

        var night = loans.night(MONDAY);

        assertThat(night.exitCode()).isEqualTo(ExitCode.HELD);
        assertThat(night.notes())
                .contains(
                        held("size", "size.csv has 24 bytes, its manifest says 1"),
                        held(
                                "hash",
                                "hash.csv has the SHA-256 " + sha256(loan("hash")) + ", its manifest says "
                                        + "0".repeat(64)),
                        held("rows", "rows.csv has 2 rows, its manifest says 3"),
                        held("total", "total.csv has a total fee of 0.3, its manifest says 0.31"),
                        held("column", "its manifest has a total of fees, which is no column of the table"),
                        held("text", "text.csv cannot be summed: 1 values of fee are no plain decimal numbers"),
                        held(
                                "newer",
                                "its manifest says schema version 2, the table knows 1. Declare what is new, then"
                                        + " schema_version: 2"),
                        held("strange", "its manifest names ../loans.txt, which is no file of landing.path"))
                .anyMatch(line -> line.contains(
                        "key.manifest.json is held: its manifest cannot be taken: unknown key" + " 'checksum'"))
                .anyMatch(line -> line.contains(
                        "half.manifest.json is held: its manifest cannot be taken: it is not" + " JSON, see line 1"));
        assertThat(loans.loans())
                .containsExactly("1 of 2026-05-04", "2 of 2026-05-04", "3 of 2026-05-04", "4 of 2026-05-04");
        assertThat(loans.states())
                .contains(
                        "dt=2026-05-04/sound.manifest.json loaded",
                        "dt=2026-05-04/sound_a.csv loaded",
                        "dt=2026-05-04/rows.csv held",
                        "dt=2026-05-04/rows.manifest.json held",
                        "dt=2026-05-04/key.csv waiting");
        assertThat(loans.tables()
                        .read(FileLedger.FILES)
                        .where("reason = 'source position bin.7:12'")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aDeliveryWithAMissingFileWaits() {
        var loans = new OneTable(folder, JSON).land(MONDAY, "a.csv", A).land(MONDAY, "day.manifest.json", """
                        {"files": [{"name": "a.csv"}, {"name": "b.csv"}, {"name": "c.csv"}]}""");

        assertThat(loans.night(MONDAY).notes())
                .containsExactly("delivery desk/loans/dt=2026-05-04/day.manifest.json is not complete: b.csv (nor 1"
                        + " more) is not there yet; it is not late before 2026-05-05 17:00 Z");
        assertThat(loans.loans()).isEmpty();

        loans.land(MONDAY, "b.csv", B).land(MONDAY, "c.csv", csv());
        assertThat(loans.night(MONDAY).outcome()).isEqualTo(Outcome.LOADED);
        assertThat(loans.loans()).hasSize(4);
        assertThat(loans.night(MONDAY).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void aLaterManifestOfTheSameFilesEndsTheComplaint() {
        var loans = new OneTable(folder, JSON).land(MONDAY, "a.csv", A).land(MONDAY, "day_1.manifest.json", """
                        {"files": [{"name": "a.csv", "rows": 7}]}""");
        assertThat(loans.night(MONDAY).exitCode()).isEqualTo(ExitCode.HELD);

        loans.land(MONDAY, "day_2.manifest.json", """
                        {"files": [{"name": "a.csv", "rows": 2}]}""");

        assertThat(loans.night(MONDAY).outcome()).isEqualTo(Outcome.LOADED);
        assertThat(loans.night(MONDAY).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(loans.states())
                .containsExactly(
                        "dt=2026-05-04/a.csv loaded",
                        "dt=2026-05-04/day_1.manifest.json duplicate",
                        "dt=2026-05-04/day_2.manifest.json loaded");
    }

    @Test
    void aManifestInCsvIsReadByItsHeader() {
        var form = new ManifestForm.Csv(";", "file name", "size", "sha", "records", Map.of("control", "fee"));
        var loans = new OneTable(folder, new CompleteWhen.Manifest("*.txt", form))
                .land(MONDAY, "a.csv", A)
                .land(MONDAY, "b.csv", B)
                .land(
                        MONDAY,
                        "day.txt",
                        "\uFEFFrecords;control;sha;file name\r\n2;0.30;"
                                + sha256(A).toUpperCase(java.util.Locale.ROOT) + ";a.csv\r\n2;-0.06;;b.csv\r\n")
                .land(MONDAY, "no.txt", "file name;records\nb.csv;2\n");

        assertThat(loans.night(MONDAY).notes())
                .contains(
                        "delivery desk/loans/dt=2026-05-04/day.txt is held: b.csv has a total fee of -0.05, its manifest"
                                + " says -0.06",
                        "desk/loans/dt=2026-05-04/no.txt is held: its manifest cannot be taken: its header lacks"
                                + " control");
        loans.takeAway(MONDAY, "no.txt").land(MONDAY, "day.txt", "file name;control\na.csv;0.3\nb.csv;-0.050\n");
        assertThat(loans.night(MONDAY).outcome()).isEqualTo(Outcome.LOADED);
        assertThat(loans.loans()).hasSize(4);
    }

    private static void wrong(OneTable loans, String name, String said) {
        loans.land(MONDAY, name + ".csv", loan(name))
                .land(MONDAY, name + ".manifest.json", "{\"files\": [{\"name\": \"" + name + ".csv\", " + said + "}]}");
    }

    /** Two rows with a sum of 0.3, other bytes for each name, of one length for names of one length. */
    private static String loan(String name) {
        return csv(name.charAt(0) + ",0.1", name.charAt(1) + ",0.2");
    }

    private static String held(String name, String why) {
        return "delivery desk/loans/dt=2026-05-04/" + name + ".manifest.json is held: " + why;
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
