package com.turanmart.lakehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes each of the other feeds hard. */
class FeedsTest {
    private static final LocalDate SATURDAY = LocalDate.parse("2026-01-03");

    @TempDir
    private Path root;

    @Test
    void theCourierSaysFromTheThirdDayOnWhichVehicleComes() {
        land("courier/deliveries", 4, Dirt.NONE);

        assertThat(lines("courier/deliveries", 1)).isNotEmpty().noneMatch(line -> line.contains("vehicle_id"));
        assertThat(lines("courier/deliveries", 2)).isNotEmpty().allMatch(line -> line.contains("\"vehicle_id\":\"V-"));
    }

    @Test
    void theCourierDeletesAndItsFirstDayIsASnapshot() {
        land("courier/deliveries", 6, Dirt.NONE);

        assertThat(lines("courier/deliveries", 0))
                .anyMatch(line -> line.contains("\"op\":\"r\""))
                .noneMatch(line -> line.contains("\"op\":\"c\""));
        assertThat(lines("courier/deliveries", 5))
                .anyMatch(line -> line.contains("\"after\":null") && line.contains("\"op\":\"d\""))
                .noneMatch(line -> line.contains("\"op\":\"r\""));
    }

    @Test
    void oneBotMakesATenthOfADaysClicks() {
        land("app/click_events", 1, Dirt.NONE);

        List<String> lines = lines("app/click_events", 0);
        assertThat(lines.stream().filter(line -> line.contains("-bot\"")).count() * 10.0 / lines.size())
                .isBetween(0.95, 1.1);
    }

    @Test
    void clicksComeLateByHoursAndDays() {
        land("app/click_events", 4, Dirt.NONE);

        Path morning = new LandedFiles(root).of("app/click_events").get(3 * 24 + 10);
        assertThat(LandedFiles.lines(morning))
                .anyMatch(line -> line.contains("2026-01-06T08:"))
                .anyMatch(line -> line.contains("2026-01-04T10:"))
                .anyMatch(line -> line.contains("2026-01-03T10:"));
    }

    @Test
    void contactsComeEachMondayInAnotherEncoding() {
        land("crm/contacts", 17, Dirt.NONE);

        List<Path> exports = new LandedFiles(root).of("crm/contacts");
        assertThat(exports)
                .extracting(file -> file.getParent().getFileName().toString())
                .containsExactly("dt=2026-01-03", "dt=2026-01-05", "dt=2026-01-12", "dt=2026-01-19");
        assertThat(exports)
                .extracting(file -> LandedFiles.bytes(file)[0])
                .containsExactly((byte) 'C', (byte) 0xFF, (byte) 0xEF, (byte) 'C');
        assertThat(exports)
                .allSatisfy(file -> assertThat(SilverOracle.decoded(LandedFiles.bytes(file)))
                        .startsWith("ContactID;Customer-No;")
                        .contains("Ольга Ли", ";0", "\"call \"\"later\"\"\"")
                        .containsPattern("[^\r]\n\\d")
                        .contains("\r\n"));
    }

    @Test
    void partnersSendTheirLastCountADayLate() {
        land("partners/inventory", 2, Dirt.SOME);

        List<String> names = new LandedFiles(root)
                .of("partners/inventory").stream()
                        .map(file -> file.getParent().getFileName() + "/" + file.getFileName())
                        .toList();
        assertThat(names)
                .contains("dt=2026-01-03/aral-TAS-1-1800.json", "dt=2026-01-04/aral-TAS-1-2100-of-2026-01-03.json")
                .doesNotContain("dt=2026-01-03/aral-TAS-1-2100.json");
    }

    private void land(String dataset, int days, Dirt dirt) {
        Shop shop = new Shop(new ShopPlan(SATURDAY, 120, 5, dirt).landing(Set.of(dataset)));
        for (int day = 0; day < days; day++) {
            shop.land(root, SATURDAY.plusDays(day));
        }
    }

    private List<String> lines(String dataset, int day) {
        return new LandedFiles(root)
                .of(dataset).stream()
                        .filter(file -> file.toString().contains("dt=" + SATURDAY.plusDays(day)))
                        .flatMap(file -> LandedFiles.lines(file).stream())
                        .toList();
    }
}
