package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.util.function.BiFunction;
import org.apache.parquet.example.data.Group;

/** What names the customers of the last snapshot, for the restricted zone only. */
record PeopleState(Customers customers, BiFunction<Integer, LocalDate, Group> row) implements SilverState {

    @Override
    public String table() {
        return "restricted.customers";
    }

    @Override
    public String columns() {
        return "customer_id,first_name,last_name,email,phone,born";
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
                state.start()
                        .value(customer)
                        .value(told.getString("first_name", 0))
                        .value(told.getString("last_name", 0))
                        .value(told.getFieldRepetitionCount("email") == 0 ? "" : told.getString("email", 0))
                        .value(told.getString("phone", 0))
                        .value(LocalDate.ofEpochDay(told.getInteger("birth_date", 0)));
                rows.take(state);
            }
        }
    }
}
