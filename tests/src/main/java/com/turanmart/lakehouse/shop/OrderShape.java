package com.turanmart.lakehouse.shop;

/** The table {@code orders}. */
final class OrderShape implements RowShape<OrderState> {

    @Override
    public String columns() {
        return "order_id,customer_id,country,currency,status,channel,ordered_at,updated_at,discount_minor,shipping_minor";
    }

    @Override
    public int rows(Order order) {
        return 1;
    }

    @Override
    public int part(int row) {
        return 0;
    }

    @Override
    public History<OrderState> history(Order order, int row) {
        return order.history();
    }

    @Override
    public void append(CsvRow out, Order order, int row, Change<OrderState> change) {
        out.field(order.id())
                .field(order.customerId())
                .field(order.country().name())
                .field(order.currency())
                .field(change.state().status())
                .field(order.channel())
                .utc(order.orderedAt())
                .utc(change.micros() / 1_000_000)
                .field(change.state().discountMinor())
                .field(order.shippingMinor());
    }

    @Override
    public void appendGhost(CsvRow out, Ghost ghost) {
        boolean wrongId = ghost.isUntypable() && ghost.number() % 2 == 0;
        out.field(wrongId ? "abc" : Long.toString(ghost.id()))
                .field(1)
                .field("UZ")
                .field("UZS")
                .field("created")
                .field("web")
                .utc(ghost.at())
                .utc(ghost.at())
                .field(ghost.isUntypable() && !wrongId ? "n/a" : "0")
                .field(0);
    }

    @Override
    public int heldOn(Disorder disorder) {
        return disorder == Disorder.AFTER_DELETE ? 1 : 0;
    }
}
