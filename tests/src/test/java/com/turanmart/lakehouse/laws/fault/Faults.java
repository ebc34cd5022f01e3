package com.turanmart.lakehouse.laws.fault;

import java.util.List;
import java.util.stream.Stream;

/** What senders do wrong, and what must become of it. */
final class Faults {
    static final List<Fault> ALL = Stream.of(
                    FaultyDeliveries.ALL,
                    FaultyRates.ALL,
                    FaultyOrders.ALL,
                    FaultyPayments.ALL,
                    FaultyCatalogue.ALL,
                    FaultyPeople.ALL,
                    FaultyParcels.ALL,
                    FaultySignals.ALL)
            .flatMap(List::stream)
            .toList();

    private Faults() {}
}
