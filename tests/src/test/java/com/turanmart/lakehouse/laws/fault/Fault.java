package com.turanmart.lakehouse.laws.fault;

import java.util.function.Consumer;

/**
 * Something that a sender may do wrong.
 *
 * @param days that land before the night that is looked at, the first of them the night's own
 * @param planted what is done to each of them
 */
record Fault(String name, int days, Consumer<Landed> planted, Expected expected) {}
