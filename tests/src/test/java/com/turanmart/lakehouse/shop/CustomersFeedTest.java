package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomersFeedTest {
    private static final LocalDate FROM = LocalDate.parse("2026-01-02");

    @TempDir
    private Path folder;

    @Test
    void whoAskedToBeDeletedIsAbsentFromTheNextNightOn() throws IOException {
        assertThat(ids(land(FROM, Dirt.NONE)))
                .contains(7L)
                .doesNotHaveDuplicates()
                .hasSize(20);
        assertThat(ids(land(FROM.plusDays(1), Dirt.NONE))).doesNotContain(7L).contains(6L, 8L);
    }

    @Test
    void aNewCustomerJoinsEveryDay() throws IOException {
        assertThat(ids(land(FROM, Dirt.NONE))).doesNotContain(21L);
        assertThat(ids(land(FROM.plusDays(1), Dirt.NONE))).contains(21L);
    }

    @Test
    void aDirtySnapshotHasARowTwice() throws IOException {
        List<String> rows = land(FROM, Dirt.SOME).stream().map(Group::toString).toList();

        assertThat(rows).hasSize(21);
        assertThat(rows.stream().distinct()).hasSize(20);
    }

    private List<Group> land(LocalDate day, Dirt dirt) throws IOException {
        ShopPlan plan = new ShopPlan(FROM, 10, 1, dirt);
        new CustomersFeed(plan, new Customers(plan)).land(day, folder);
        var file = new org.apache.hadoop.fs.Path(
                folder.resolve("part-00000.parquet").toUri());
        List<Group> rows = new ArrayList<>();
        try (ParquetReader<Group> reader =
                ParquetReader.builder(new GroupReadSupport(), file).build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Long> ids(List<Group> rows) {
        return rows.stream().map(row -> row.getLong("customer_id", 0)).toList();
    }
}
