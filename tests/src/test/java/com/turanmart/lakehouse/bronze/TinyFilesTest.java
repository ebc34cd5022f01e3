package com.turanmart.lakehouse.bronze;

import static com.turanmart.lakehouse.bronze.OneTable.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.CompleteWhen;
import com.turanmart.lakehouse.core.run.Outcome;
import com.turanmart.lakehouse.spark.TestSession;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** L6: a night costs what its bytes cost, in however many files they come. */
class TinyFilesTest {
    private static final int FILES = 1_000;
    private static final int ROWS_A_FILE = 100;

    @TempDir
    private Path folder;

    @Test
    void aThousandTinyFilesCostAtMostTwiceOneFileOfTheSameBytes() {
        var many = new OneTable(folder.resolve("many"), new CompleteWhen.AtOnce());
        var one = new OneTable(folder.resolve("one"), new CompleteWhen.AtOnce());
        for (var loans : new OneTable[] {many, one}) {
            loans.land(MONDAY, "first.csv", OneTable.csv("0,0"));
            loans.night(MONDAY);
        }
        one.land(MONDAY.plusDays(1), "all.csv", OneTable.csv(rows(0, FILES * ROWS_A_FILE)));
        for (var file = 0; file < FILES; file++) {
            many.land(
                    MONDAY.plusDays(1),
                    file + ".csv",
                    OneTable.csv(rows(file * ROWS_A_FILE, (file + 1) * ROWS_A_FILE)));
        }

        var ofOne = night(one);
        var ofMany = night(many);

        assertThat(ofMany.seconds).as("%s against %s", ofMany, ofOne).isLessThan(2 * ofOne.seconds);
        assertThat(ofMany.tasks).as("tasks of %s against %s", ofMany, ofOne).isLessThan(ofOne.tasks + 100);
        assertThat(rows(many).exceptAll(rows(one)).count()).isZero();
        assertThat(rows(many).count()).isEqualTo(FILES * ROWS_A_FILE + 1);
    }

    private static Dataset<Row> rows(OneTable loans) {
        return loans.tables().read(OneTable.LOANS).select("loan_id", "fee");
    }

    record Cost(double seconds, int tasks) {}

    private static Cost night(OneTable loans) {
        var tasks = new AtomicInteger();
        var listener = new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                tasks.incrementAndGet();
            }
        };
        var context = TestSession.SPARK.sparkContext();
        context.addSparkListener(listener);
        try {
            var begun = System.nanoTime();
            assertThat(loans.night(MONDAY.plusDays(1)).outcome()).isEqualTo(Outcome.LOADED);
            return new Cost((System.nanoTime() - begun) / 1e9, tasks.get());
        } finally {
            context.removeSparkListener(listener);
        }
    }

    private static String[] rows(int from, int to) {
        var rows = new String[to - from];
        for (var i = from; i < to; i++) {
            rows[i - from] = i + "," + i % 997 + "." + i % 10;
        }
        return rows;
    }
}
