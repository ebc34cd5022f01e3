package com.turanmart.lakehouse.shop;

import java.io.IOException;

/** Writes the rows of orders, and of ghosts, into the two lanes of a day. */
final class ChangeRows<S> {
    private final RowShape<S> shape;
    private final ChangeFiles main;
    private final ChangeFiles stragglers;
    private final boolean loads;
    private final CsvRow out = new CsvRow();

    ChangeRows(RowShape<S> shape, ChangeFiles main, ChangeFiles stragglers, boolean loads) {
        this.shape = shape;
        this.main = main;
        this.stragglers = stragglers;
        this.loads = loads;
    }

    /** Everything that is delivered about the order so many days after its own: in a load only how it stands. */
    void changes(Order order, int days) throws IOException {
        for (int row = 0; row < shape.rows(order); row++) {
            History<S> history = shape.history(order, row);
            if (loads) {
                main.write(loaded(order, row));
                continue;
            }
            for (int number = 0; number < history.changes().size(); number++) {
                Change<S> change = history.changes().get(number);
                if (change.arrives() == days) {
                    (change.straggles() ? stragglers : main).write(changed(order, row, number));
                }
            }
        }
    }

    void repeat(Order order) throws IOException {
        main.write(loads ? loaded(order, 0) : changed(order, 0, 0));
    }

    void repeatLate(Order order) throws IOException {
        stragglers.write(changed(order, 0, 0));
    }

    void ghost(Ghost ghost) throws IOException {
        out.start();
        if (!loads) {
            out.change(Change.INSERT, ghost.at() * 1_000_000, ghost.id(), 0, 0);
        }
        shape.appendGhost(out, ghost);
        String text = out.text().toString();
        main.write(
                switch (ghost.kind()) {
                    case TOO_FEW_FIELDS -> text.substring(0, text.lastIndexOf(',', text.lastIndexOf(',') - 1));
                    case TOO_MANY_FIELDS -> text + ",0,0";
                    default -> text;
                });
    }

    private CsvRow loaded(Order order, int row) {
        shape.append(out.start(), order, row, shape.history(order, row).latest(0));
        return out;
    }

    private CsvRow changed(Order order, int row, int number) {
        Change<S> change = shape.history(order, row).changes().get(number);
        out.start().change(change.operation(), change.micros(), order.id(), shape.part(row), number);
        shape.append(out, order, row, change);
        return out;
    }
}
