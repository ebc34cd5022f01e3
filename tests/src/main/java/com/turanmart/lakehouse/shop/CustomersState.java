package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.util.function.BiFunction;
import org.apache.parquet.example.data.Group;

/** The customers of the last snapshot, without what names a person. */
record CustomersState(Customers customers, BiFunction<Integer, LocalDate, Group> row) implements SilverState {

    @Override
    public String table() {
        return "silver.customers";
    }

    @Override
    public String columns() {
        return "customer_id,born,city,country,consent,created_at";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, Rows rows) {
        if (!day.equals(asOf)) {
            return;
        }
        StateRow state = new StateRow();
        for (int customer = 1; customer <= customers.highest(day); customer++) {
            if (customers.isPresent(customer, day)) {
                Group told = row.apply(customer, day);
                rows.take(state.start()
                        .value(customer)
                        .value(LocalDate.ofEpochDay(told.getInteger("birth_date", 0))
                                .getYear())
                        .value(told.getString("city", 0))
                        .value(told.getString("country", 0))
                        .value(told.getBoolean("consent", 0))
                        .utc(told.getLong("created_at", 0) / 1_000_000));
            }
        }
    }
}
