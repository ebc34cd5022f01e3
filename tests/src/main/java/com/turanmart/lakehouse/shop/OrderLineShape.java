package com.turanmart.lakehouse.shop;

/** The table {@code order_lines}. */
final class OrderLineShape implements RowShape<Integer> {

    @Override
    public String columns() {
        return "order_id,line_no,product_id,quantity,unit_price_minor,discount_minor,tax_minor,updated_at";
    }

    @Override
    public int rows(Order order) {
        return order.lines().size();
    }

    @Override
    public int part(int row) {
        return row + 1;
    }

    @Override
    public History<Integer> history(Order order, int row) {
        return order.lines().get(row).history();
    }

    @Override
    public void append(CsvRow out, Order order, int row, Change<Integer> change) {
        OrderLine line = order.lines().get(row);
        append(out, order.id(), line, change.state(), line.unitPriceMinor(), change.micros());
    }

    static void append(CsvRow out, long orderId, OrderLine line, int quantity, long unitPriceMinor, long micros) {
        out.field(orderId)
                .field(line.lineNo())
                .field(line.productId())
                .field(quantity)
                .field(unitPriceMinor)
                .field(line.discountMinor())
                .field(line.taxMinor(quantity))
                .utc(micros / 1_000_000);
    }

    @Override
    public void appendGhost(CsvRow out, Ghost ghost) {
        int wrong = ghost.isUntypable() ? ghost.number() % 3 : -1;
        out.field(wrong == 1 ? "abc" : Long.toString(ghost.id()))
                .field(1)
                .field(1)
                .field(wrong == 0 ? "two" : "2")
                .field(wrong == 2 ? "n/a" : "100")
                .field(0)
                .field(0)
                .utc(ghost.at());
    }

    @Override
    public int heldOn(Disorder disorder) {
        return 1;
    }
}
