package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** All pings as a pure function of day and index: more vehicles and shorter intervals the larger the shop is, up to a bound. */
final class Pings {
    private static final int MOST_VEHICLES = 200;
    private static final int MOST_PER_VEHICLE = 8_640;

    private final ShopPlan plan;
    private final int vehicles;
    private final int perVehicle;

    Pings(ShopPlan plan) {
        this.plan = plan;
        vehicles = Math.min(MOST_VEHICLES, Math.max(3, plan.ordersPerDay() / 1_000));
        perVehicle = Math.min(MOST_PER_VEHICLE, Math.max(48, plan.ordersPerDay() / 4));
    }

    Hours hours() {
        return new Hours(vehicles * perVehicle);
    }

    Ping at(LocalDate day, int index) {
        int vehicle = index % vehicles;
        Dice dice = new Dice(plan.seed(), Topic.PING, plan.indexOf(day), index);
        long at = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC)
                + (long) (index / vehicles) * 86_400 / perVehicle
                + vehicle % 10;
        boolean stands = dice.chance(250);
        return new Ping(
                "V-%03d".formatted(vehicle + 1),
                at,
                stands ? 0 : dice.between(10, 1100),
                dice.between(650, 1080),
                dice.between(4_100_000, 4_140_000),
                dice.between(6_900_000, 6_950_000));
    }
}
