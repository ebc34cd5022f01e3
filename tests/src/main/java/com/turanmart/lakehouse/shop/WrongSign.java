package com.turanmart.lakehouse.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** A sender's bug: a few lines of a day come again with a negative price, until the sender corrects them. */
record WrongSign(ShopPlan plan, Orders orders) {
    static final int MOST_LINES = 37;

    private static final int NUMBER_OF_FAULT = 900;

    /** Lands the wrong prices, or the right ones again; both outdo whatever else is known of those lines. */
    int land(Path folder, LocalDate day, boolean corrected) throws IOException {
        Lane lane = corrected ? Lane.CORRECTION : Lane.FAULT;
        LocalTime committed = corrected ? LocalTime.of(21, 30) : LocalTime.of(21, 0);
        long micros = day.atTime(committed).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
        String columns = new OrderLineShape().columns();
        int lines = 0;
        CsvRow row = new CsvRow();
        try (ChangeFiles file = new ChangeFiles(folder, day, lane, columns, ChangeFiles.ROWS_PER_FILE)) {
            for (int index = 0; index < plan.ordersPerDay() && lines < MOST_LINES; index++) {
                Order order = orders.at(day, index);
                OrderLine line = order.lines().get(0);
                if (isStable(order) && line.unitPriceMinor() > 0) {
                    row.start().change(Change.UPDATE, micros, order.id(), line.lineNo(), NUMBER_OF_FAULT);
                    long price = corrected ? line.unitPriceMinor() : -line.unitPriceMinor();
                    OrderLineShape.append(row, order.id(), line, line.quantity(0), price, micros);
                    file.write(row);
                    lines++;
                }
            }
            file.commit();
        }
        return lines;
    }

    // A line that changes later would outdo the fault; one that is not paid would not show it.
    private static boolean isStable(Order order) {
        boolean unchanged = order.lines().get(0).history().changes().size() == 1;
        return unchanged && order.counts(0);
    }
}
