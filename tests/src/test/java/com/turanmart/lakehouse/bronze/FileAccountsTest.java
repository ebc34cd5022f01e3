package com.turanmart.lakehouse.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.turanmart.lakehouse.core.conf.TableName;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import com.turanmart.lakehouse.core.storage.StoredFile;
import com.turanmart.lakehouse.spark.TestSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class FileAccountsTest {
    private static final StructType SCHEMA = new StructType()
            .add("_file", DataTypes.StringType)
            .add(BronzeRows.MALFORMED, DataTypes.StringType)
            .add(BronzeRows.END, FileEnd.SCHEMA);
    private static final FileEnd END = new FileEnd(Optional.empty(), 2, 1, 4, List.of("country"), Map.of("coupon", 2L));

    @Test
    void isWhatTheReaderSaysWhenEveryRowHasCome() {
        assertThat(account(sound(), malformed(), sound(), end(END))).containsExactly(Map.entry(landed("a.csv"), END));
    }

    @Test
    void rowsThatGotLostEndTheRun() {
        isRefused("2 rows and 1 malformed records were read, 1 and 1 have come", sound(), malformed(), end(END));
        isRefused("2 rows and 1 malformed records were read, 2 and 0 have come", sound(), sound(), end(END));
    }

    @Test
    void rowsThatNobodyReadEndTheRun() {
        isRefused("3 and 1 have come", sound(), sound(), sound(), malformed(), end(END));
    }

    @Test
    void aFileWithoutItsLastRowEndsTheRun() {
        isRefused("it was not read to its end exactly once", sound(), malformed(), sound());
        isRefused("it was not read to its end exactly once");
    }

    @Test
    void aFileThatWasReadTwiceEndsTheRun() {
        isRefused(
                "it was not read to its end exactly once",
                sound(),
                malformed(),
                sound(),
                end(END),
                sound(),
                malformed(),
                sound(),
                end(END));
    }

    private static void isRefused(String said, Row... rows) {
        assertThatThrownBy(() -> account(rows))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.exitCode()).isEqualTo(ExitCode.NEEDS_A_PERSON))
                .hasMessageStartingWith("bronze.loans, a.csv: ")
                .hasMessageContaining(said);
    }

    private static Map<LandedFile, FileEnd> account(Row... rows) {
        var all = new ArrayList<>(List.of(rows));
        return FileAccounts.of(TestSession.rows(SCHEMA, all), List.of(landed("a.csv")));
    }

    private static Row sound() {
        return RowFactory.create("a.csv", null, null);
    }

    private static Row malformed() {
        return RowFactory.create("a.csv", "not JSON", null);
    }

    private static Row end(FileEnd end) {
        return RowFactory.create("a.csv", null, end.row());
    }

    private static LandedFile landed(String path) {
        return new LandedFile(
                TableName.parse("bronze.loans"),
                new StoredFile(path, path, 1, 1, ""),
                LocalDate.parse("2026-02-03"),
                path,
                "abc");
    }
}
