package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.shop.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a shop delivers in some days, a part of it one or two nights late; with the last night everything has come. */
final class LateDeliveries {
    private static final String LANDING = "landing";

    private final Path made;
    private final Path root;
    private final List<Late> deliveries = new ArrayList<>();

    /** The folder of one data set and day. */
    private record Late(String folder, LocalDate day, LocalDate night) {
        boolean isLate() {
            return night.isAfter(day);
        }
    }

    /** @param made takes what has not come yet */
    LateDeliveries(Shop shop, List<LocalDate> days, Random dice, Path made, Path root) {
        this.made = made;
        this.root = root;
        var last = days.get(days.size() - 1);
        for (var day : days) {
            shop.land(made, day);
            for (var dataset : shop.datasets()) {
                var folder = LANDING + "/" + dataset + "/dt=" + day;
                var night = day.plusDays(Math.max(0, dice.nextInt(6) - 3));
                if (Files.isDirectory(made.resolve(folder))) {
                    deliveries.add(new Late(folder, day, night.isAfter(last) ? last : night));
                }
            }
        }
    }

    void land(LocalDate night) {
        for (var delivery : deliveries) {
            if (delivery.night().equals(night)) {
                var landed = root.resolve(delivery.folder());
                LakehouseUnderTest.folder(landed.getParent());
                try {
                    Files.move(made.resolve(delivery.folder()), landed);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    long late() {
        return deliveries.stream().filter(Late::isLate).count();
    }

    int all() {
        return deliveries.size();
    }
}
