package com.turanmart.lakehouse.shop;

/** How a captured table looks: its columns, and the rows which an order has in it. */
interface RowShape<S> {

    String columns();

    int rows(Order order);

    /** Tells the rows of one commit apart in the change sequence. */
    int part(int row);

    History<S> history(Order order, int row);

    /** Appends the columns as they are after the change. */
    void append(CsvRow out, Order order, int row, Change<S> change);

    /** Appends all columns; an untypable ghost has one value that is not of its column's type. */
    void appendGhost(CsvRow out, Ghost ghost);

    /** The day after the order's own on which the change is committed that this disorder holds up. */
    int heldOn(Disorder disorder);
}
