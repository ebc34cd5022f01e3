package com.turanmart.lakehouse.shop;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The CRM's contacts: every second customer, as they were when the list was last exported. */
record Contacts(ShopPlan plan, Customers customers) {
    private static final List<String> NAMES =
            List.of("Aziza Karimova", "Ерлан Сейтов", "Fatima Al Mansoori", "Ольга Ли", "Bobur O'ktamov");
    private static final List<String> CITIES = List.of("Tashkent", "Алматы", "Dubai", "Самарканд");
    private static final List<String> NOTES =
            List.of("", "", "call \"later\"", "moved; new address", "звонить\nпосле шести", "asked twice");

    /** The last day up to this one on which the list was exported: the shop's first day, then every Monday. */
    LocalDate exported(LocalDate day) {
        LocalDate monday = day.minusDays(day.getDayOfWeek().compareTo(DayOfWeek.MONDAY));
        return monday.isBefore(plan.from()) ? plan.from() : monday;
    }

    /** Exports before that day. */
    int exportsBefore(LocalDate day) {
        int exports = 0;
        for (LocalDate before = plan.from(); before.isBefore(day); before = before.plusDays(1)) {
            exports += exported(before).equals(before) ? 1 : 0;
        }
        return exports;
    }

    /** Numbers run from 1 to this one. */
    int highest(LocalDate day) {
        return (customers.highest(day) + 1) / 2;
    }

    /** What the last export up to a day says of a customer; there is never more than one contact of the same. */
    Optional<Contact> of(int customer, LocalDate day) {
        LocalDate exported = exported(day);
        int number = (customer + 1) / 2;
        return customer % 2 == 1 && number <= highest(exported) ? at(number, exported) : Optional.empty();
    }

    Optional<Contact> at(int number, LocalDate day) {
        int customer = 2 * number - 1;
        if (!customers.isPresent(customer, day)) {
            return Optional.empty();
        }
        Dice dice = new Dice(plan.seed(), Topic.CONTACT, number, 0);
        Dice today = new Dice(plan.seed(), Topic.CONTACT, number, plan.indexOf(day) + 1L);
        boolean consents = dice.chance(700);
        return Optional.of(new Contact(
                "%06d".formatted(number),
                customer,
                dice.oneOf(NAMES),
                "Customer" + customer + "@Example.com",
                "8 (7" + dice.between(10, 99) + ") " + dice.between(100, 999) + "-" + dice.between(10, 99) + "-"
                        + dice.between(10, 99),
                "%06d".formatted(dice.between(10_000, 99_999)),
                dice.oneOf(CITIES),
                consents != today.chance(50),
                dice.chance(400),
                today.chance(150) ? today.between(1, 4) : 0,
                day.minusDays(today.between(0, 200)),
                dice.oneOf(NOTES)));
    }
}
