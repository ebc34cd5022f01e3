package com.turanmart.lakehouse.shop;

import java.time.LocalDate;

/** How a change arrives behind one that was committed after it. */
enum Disorder {
    NONE,
    LATER_FILE,
    NEXT_DAY,
    AFTER_DELETE;

    static Disorder of(ShopPlan plan, LocalDate day, int index) {
        if (!isPossibleOn(plan, day) || !plan.isHit(DirtKind.OUT_OF_ORDER, index)) {
            return NONE;
        }
        return numbered(plan, day, plan.hitNumber(DirtKind.OUT_OF_ORDER, index));
    }

    /** Orders of that day whose changes arrive in this disorder. */
    long count(ShopPlan plan, LocalDate day) {
        if (!isPossibleOn(plan, day)) {
            return 0;
        }
        long count = 0;
        for (int number = 0; number < plan.dirt().rowsAmong(plan.ordersPerDay()); number++) {
            count += numbered(plan, day, number) == this ? 1 : 0;
        }
        return count;
    }

    /** Whether it is this change that comes too late. */
    boolean holds(Happening happening) {
        return switch (this) {
            case NONE -> false;
            case LATER_FILE, NEXT_DAY -> happening == Happening.PAID || happening == Happening.RECOUNTED;
            case AFTER_DELETE -> happening == Happening.DISCOUNTED || happening == Happening.RECOUNTED;
        };
    }

    /** Days between the held change's own day and its arrival. */
    int delay() {
        return this == NEXT_DAY || this == AFTER_DELETE ? 1 : 0;
    }

    // Rows of the first load carry no sequence, so disorder among them could not be told apart.
    private static boolean isPossibleOn(ShopPlan plan, LocalDate day) {
        return plan.indexOf(day) > 0;
    }

    private static Disorder numbered(ShopPlan plan, LocalDate day, int number) {
        return values()[1 + (number + plan.indexOf(day)) % 3];
    }
}
