package com.turanmart.lakehouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.turanmart.lakehouse.core.conf.Zone;
import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.run.RunReport;
import com.turanmart.lakehouse.shop.Dirt;
import com.turanmart.lakehouse.shop.Shop;
import com.turanmart.lakehouse.shop.ShopPlan;
import com.turanmart.lakehouse.shop.demo.Delivery;
import com.turanmart.lakehouse.shop.demo.TruthCheck;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same nights on a real S3 server. */
class S3NightTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

    private static final List<RunReport> NIGHTS = new ArrayList<>();
    private static final List<List<String>> DIFFERENCES = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static LakehouseUnderTest lakehouse;
    private static Map<String, Long> versionsBefore;

    @BeforeAll
    static void nights() {
        var shop = new Shop(new ShopPlan(FIRST_DAY, 40, 13, Dirt.SOME));
        lakehouse = LakehouseUnderTest.onS3(LakehouseUnderTest.CONF, folder.resolve("s3"));
        var delivery = new Delivery(folder, lakehouse.storage());
        for (var day : List.of(FIRST_DAY, FIRST_DAY.plusDays(1))) {
            shop.land(folder, day);
            delivery.toLandingZone();
            NIGHTS.add(lakehouse.run(day));
            DIFFERENCES.add(TruthCheck.differences(lakehouse.read("gold.finance_daily"), shop.truth(folder, day)));
        }
        versionsBefore = lakehouse.versions();
        NIGHTS.add(lakehouse.run(FIRST_DAY.plusDays(1)));
    }

    @Test
    void theMartEqualsTheTruthToTheCentAfterEveryNight() {
        assertThat(NIGHTS).extracting(RunReport::exitCode).containsOnly(ExitCode.DONE);
        assertThat(DIFFERENCES).hasSize(2).allSatisfy(night -> assertThat(night).isEmpty());
    }

    @Test
    void aRerunChangesNoVersionOfAnyTable() {
        assertThat(versionsBefore).containsEntry("gold/finance_daily", 1L).containsKey("ops/files");
        assertThat(lakehouse.versions()).isEqualTo(versionsBefore);
    }

    @Test
    void theLedgerKnowsEveryFileByWhatTheStoreCallsItsContent() {
        var files = lakehouse.read("ops.files");

        assertThat(files.count()).isPositive();
        assertThat(files.where("etag = ''").count()).isZero();
    }

    @Test
    void theLakehouseIsInTheStoreAndNowhereElse() {
        assertThat(lakehouse.storage().place(Zone.GOLD)).isEqualTo("s3a://lakehouse/gold");
        assertThat(folder).isDirectoryNotContaining("glob:**/{bronze,silver,gold,ops}");
    }
}
