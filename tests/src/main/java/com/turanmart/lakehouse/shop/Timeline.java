package com.turanmart.lakehouse.shop;

import java.util.ArrayList;
import java.util.List;

/** Turns the fate of an order into the histories of its rows. */
record Timeline(Fate fate, Clock clock) {

    History<OrderState> ofOrder(long discountMinor, long laterDiscountMinor) {
        List<Change<OrderState>> changes = new ArrayList<>(4);
        OrderState state = new OrderState("created", discountMinor);
        for (int days = 0; days <= lastDay(); days++) {
            for (Happening happening : Happening.ALL) {
                if (fate.day(happening) == days && concernsOrder(happening)) {
                    state = after(happening, state, laterDiscountMinor);
                    changes.add(change(happening, days, state));
                }
            }
        }
        return new History<>(changes);
    }

    History<Integer> ofLine(int quantity, boolean recounted) {
        List<Change<Integer>> changes = new ArrayList<>(2);
        int current = quantity;
        for (int days = 0; days <= lastDay(); days++) {
            for (Happening happening : Happening.ALL) {
                if (fate.day(happening) == days && concernsLine(happening, recounted)) {
                    current = after(happening, current);
                    changes.add(change(happening, days, current));
                }
            }
        }
        return new History<>(changes);
    }

    private int lastDay() {
        return Math.min(Order.DAYS_OF_CHANGE, fate.deleted());
    }

    private static boolean concernsOrder(Happening happening) {
        return happening != Happening.RECOUNTED && happening != Happening.RECOUNTED_AGAIN;
    }

    private static boolean concernsLine(Happening happening, boolean recounted) {
        return switch (happening) {
            case CREATED, DELETED -> true;
            case RECOUNTED, RECOUNTED_AGAIN -> recounted;
            default -> false;
        };
    }

    private static int after(Happening happening, int quantity) {
        return switch (happening) {
            case RECOUNTED -> quantity == 1 ? 3 : quantity - 1;
            case RECOUNTED_AGAIN -> quantity + 1;
            default -> quantity;
        };
    }

    private OrderState after(Happening happening, OrderState before, long laterDiscountMinor) {
        return switch (happening) {
            case PAID -> new OrderState("paid", before.discountMinor());
            case LEFT -> new OrderState(fate.cancelled() ? "cancelled" : "shipped", before.discountMinor());
            case DISCOUNTED -> new OrderState(before.status(), laterDiscountMinor);
            default -> before;
        };
    }

    private <S> Change<S> change(Happening happening, int days, S state) {
        boolean held = fate.disorder().holds(happening);
        char operation = switch (happening) {
            case CREATED -> Change.INSERT;
            case DELETED -> Change.DELETE;
            default -> Change.UPDATE;
        };
        int arrives = days + (held ? fate.disorder().delay() : 0);
        return new Change<>(operation, clock.micros(happening, days), arrives, held, state);
    }
}
