package com.turanmart.lakehouse.shop;

import java.util.List;

/**
 * What will happen to an order and when, in days after its own; {@link #NEVER} is after everything.
 *
 * @param left when it is shipped, or cancelled
 * @param discounted when the order discount is changed late
 * @param recounted when the quantity of one line is changed late
 */
record Fate(int paid, int left, boolean cancelled, int discounted, int recounted, int deleted, Disorder disorder) {
    static final int NEVER = Integer.MAX_VALUE;

    static final Fate PAID_AT_ONCE = new Fate(0, NEVER, false, NEVER, NEVER, NEVER, Disorder.NONE);

    private static final List<Integer> DAYS_TO_LEAVE = List.of(0, 0, 1, 1, 1, 2);

    static Fate drawn(Dice dice, Disorder disorder, boolean mustBePaid) {
        int draw = dice.below(1000);
        int paid = mustBePaid ? 0 : draw < 60 ? NEVER : draw < 140 ? 1 : 0;
        boolean cancelled = dice.chance(paid == NEVER ? 500 : 30);
        int left = (paid == NEVER ? 0 : paid) + dice.oneOf(DAYS_TO_LEAVE);
        int discounted = dice.chance(30) ? lateDay(dice) : NEVER;
        int recounted = dice.chance(30) ? lateDay(dice) : NEVER;
        int deleted = dice.chance(15) ? lateDay(dice) : NEVER;
        boolean leaves = cancelled || paid != NEVER;
        return new Fate(paid, leaves ? left : NEVER, cancelled, discounted, recounted, deleted, disorder).bent();
    }

    int day(Happening happening) {
        return switch (happening) {
            case CREATED -> 0;
            case PAID -> paid;
            case LEFT -> left;
            case DISCOUNTED -> discounted;
            case RECOUNTED -> recounted;
            case RECOUNTED_AGAIN -> disorder == Disorder.NONE ? NEVER : recounted;
            case DELETED -> deleted;
        };
    }

    /** Whether the lines stay as they were on the order's own day. */
    boolean leavesLinesAlone() {
        return recounted == NEVER && deleted == NEVER;
    }

    private static int lateDay(Dice dice) {
        return dice.between(1, Order.DAYS_OF_CHANGE);
    }

    // A change can only arrive too late when a later one exists, so the disorder decides what happens.
    private Fate bent() {
        return switch (disorder) {
            case NONE -> this;
            case LATER_FILE, NEXT_DAY -> new Fate(0, 0, cancelled, discounted, 1, NEVER, disorder);
            case AFTER_DELETE -> new Fate(0, NEVER, false, 1, 1, 1, disorder);
        };
    }
}
