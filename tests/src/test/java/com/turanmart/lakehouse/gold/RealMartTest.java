package com.turanmart.lakehouse.gold;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.pipeline.LakehouseUnderTest;
import com.turanmart.lakehouse.realdata.RealData;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten months of a real marketplace, taken in by configuration alone. */
class RealMartTest {
    private static final LocalDate LAST_DAY = LocalDate.parse("2017-06-30");

    @TempDir
    private Path root;

    @Test
    void everyDayOfOlistIsThereToTheCentAndEveryOrderOnce() throws Exception {
        var olist = RealData.unpacked("olist", Files.createDirectories(root.resolve("landing")));
        var lakehouse = LakehouseUnderTest.inFolder(RealData.conf("olist"), root);

        var report = lakehouse.run(LAST_DAY);

        assertThat(report.exitCode()).as(report.toJson()).isEqualTo(ExitCode.DONE);
        System.err.println("TIMING " + report.toJson());
        assertThat(lakehouse.count("silver.orders")).isEqualTo(14_940);
        assertThat(lakehouse.count("silver.payments")).isEqualTo(15_870);
        var truth = Files.readAllLines(olist.resolve("DAILY_TRUTH.csv"));
        var columns = truth.get(0).split(",");
        var days = lakehouse.read("gold.orders_daily").selectExpr(columns).collectAsList().stream()
                .map(row -> day(IntStream.range(0, columns.length)
                        .mapToObj(i -> row.get(i).toString())
                        .toList()))
                .toList();
        assertThat(days)
                .hasSize(192)
                .containsExactlyInAnyOrderElementsOf(truth.stream()
                        .skip(1)
                        .map(line -> day(Arrays.asList(line.split(","))))
                        .toList());
        assertThat(sum(days, "orders", columns)).isEqualByComparingTo("14940");
        assertThat(sum(days, "payment_value", columns)).isEqualByComparingTo("2461605.22");
    }

    /** A day and its figures, all with two digits after the point: a figure with more is no sum of cents. */
    private static List<String> day(List<String> fields) {
        return Stream.concat(
                        Stream.of(fields.get(0)),
                        fields.stream()
                                .skip(1)
                                .map(figure ->
                                        new BigDecimal(figure).setScale(2).toPlainString()))
                .toList();
    }

    private static BigDecimal sum(List<List<String>> days, String column, String... columns) {
        var place = Arrays.asList(columns).indexOf(column);
        return days.stream().map(day -> new BigDecimal(day.get(place))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
