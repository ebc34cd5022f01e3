package com.turanmart.lakehouse.shop;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.example.data.Group;

/** A row for each customer of the last snapshot, with all that the shop knows of them. */
record CustomerRows(
        FinanceTruth finance, Customers customers, CustomersFeed list, Contacts contacts, ClicksState clicks)
        implements MartState {

    CustomerRows(FinanceTruth finance, Customers customers) {
        this(
                finance,
                customers,
                new CustomersFeed(finance.plan(), customers),
                new Contacts(finance.plan(), customers),
                ClicksState.of(finance.plan(), customers));
    }

    @Override
    public String name() {
        return "customer_360";
    }

    @Override
    public String columns() {
        return "customer_id,country,city,consent,consent_email,consent_phone,open_tickets,first_order_day,last_order_day,"
                + "orders,units,net_sales_usd,margin_usd,refunds_usd,refund_rate,average_order_value_usd,"
                + "preferred_category,preferred_method,preferred_channel,recency_score,frequency_score,value_score,"
                + "is_active,last_seen_at";
    }

    @Override
    public void tell(LocalDate day, LocalDate asOf, SilverState.Rows rows) {
        if (!day.equals(asOf)) {
            return;
        }
        CustomerSales sales = new CustomerSales(finance, asOf);
        Map<Integer, Long> lastSeen = lastSeen(asOf);
        StateRow row = new StateRow();
        for (int customer = 1; customer <= customers.highest(day); customer++) {
            if (customers.isPresent(customer, day)) {
                tellPerson(row.start(), list.row(customer, day), contacts.of(customer, day));
                sales.of(customer).tell(row, sales.latestDay());
                if (lastSeen.containsKey(customer)) {
                    row.utc(lastSeen.getOrDefault(customer, 0L));
                } else {
                    row.none();
                }
                rows.take(row);
            }
        }
    }

    private Map<Integer, Long> lastSeen(LocalDate asOf) {
        Map<Integer, Long> lastSeen = new HashMap<>();
        finance.plan()
                .from()
                .datesUntil(asOf.plusDays(1))
                .forEach(day ->
                        clicks.delivered(day, asOf, click -> lastSeen.merge(click.customer(), click.at(), Long::max)));
        return lastSeen;
    }

    private static void tellPerson(StateRow row, Group told, Optional<Contact> contact) {
        row.value(told.getLong("customer_id", 0))
                .value(told.getString("country", 0))
                .value(told.getString("city", 0))
                .value(told.getBoolean("consent", 0));
        contact.ifPresentOrElse(
                known -> row.value(known.byMail()).value(known.byPhone()).value(known.openTickets()),
                () -> row.none().none().value(0));
    }
}
