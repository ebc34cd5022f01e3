package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.util.List;

/** All orders of the shop as a pure function of day and index: none is ever kept. */
final class Orders {
    private static final long IDS_PER_DAY = 10_000_000;
    private static final int GHOST = 8_000_000;
    private static final int GHOSTS_OF_A_KIND = 100_000;
    private static final int FOREIGN = 9_000_000;
    private static final List<String> CHANNELS = List.of("app", "app", "app", "web", "web", "phone");

    private final ShopPlan plan;
    private final Basket basket;
    private final Customers customers;

    Orders(ShopPlan plan, Catalogue catalogue) {
        this.plan = plan;
        this.basket = new Basket(catalogue);
        this.customers = new Customers(plan);
    }

    Order at(LocalDate day, int index) {
        Dice dice = new Dice(plan.seed(), Topic.ORDER, plan.indexOf(day), index);
        Country country = Country.drawn(dice);
        int lines = Basket.lines(dice);
        boolean mustBePaid = plan.isHit(DirtKind.DUPLICATE_IN_FILE, index);
        Fate fate = Fate.drawn(dice, Disorder.of(plan, day, index), mustBePaid);
        return order(day, index, country, country.currency(), fate, lines, dice);
    }

    /** An order in a currency nobody knows, paid at once, with two lines. */
    Order foreign(LocalDate day, int number) {
        Dice dice = new Dice(plan.seed(), Topic.ORDER, plan.indexOf(day), FOREIGN + number);
        return order(day, FOREIGN + number, Country.drawn(dice), "XXX", Fate.PAID_AT_ONCE, 2, dice);
    }

    Ghost ghost(LocalDate day, DirtKind kind, int index) {
        int number = plan.hitNumber(kind, index);
        long id = id(day, GHOST + kind.number() * GHOSTS_OF_A_KIND + number);
        return new Ghost(id, number, kind, day.toEpochDay() * 86_400 + 43_200);
    }

    private Order order(LocalDate day, int index, Country country, String currency, Fate fate, int lines, Dice dice) {
        long id = id(day, index);
        Clock clock = new Clock(country, day, placed(index, dice), dice);
        Timeline timeline = new Timeline(fate, clock);
        List<OrderLine> drawn = basket.drawn(lines, country, timeline, dice);
        long gross = 0;
        long due = shippingMinor(country, dice);
        long shipping = due;
        for (OrderLine line : drawn) {
            gross += line.grossMinor(line.quantity(0));
            due += line.grossMinor(line.quantity(0)) - line.discountMinor() + line.taxMinor(line.quantity(0));
        }
        long discount = dice.chance(250) ? gross * dice.between(10, 150) / 1000 : 0;
        long laterDiscount = gross * dice.below(150) / 1000;
        return new Order(
                id,
                day,
                country,
                currency,
                customers.drawn(day, dice),
                dice.oneOf(CHANNELS),
                clock.epochSecond(clock.second(Happening.CREATED, 0), 0),
                shipping,
                timeline.ofOrder(discount, laterDiscount),
                drawn,
                new Checkout(id, due - discount, fate.paid(), clock, dice).payments());
    }

    private long id(LocalDate day, int index) {
        return (plan.indexOf(day) + 1) * IDS_PER_DAY + index + 1;
    }

    // The first two orders of a day stand on its two edges, where the UTC date differs.
    private static int placed(int index, Dice dice) {
        int second = dice.below(86_400);
        return index == 0 ? 0 : index == 1 ? 86_399 : second;
    }

    private static long shippingMinor(Country country, Dice dice) {
        return dice.chance(400) ? 0 : country.minorPerDollar() * dice.between(100, 400) / 100;
    }
}
