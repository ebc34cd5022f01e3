package com.turanmart.lakehouse.core.run;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One run of the lakehouse.
 *
 * @param date the night's data date: deliveries of later dates are left for later runs
 * @param startedAt the run's only clock reading; every row it loads carries it
 */
public record Run(String id, LocalDate date, Instant startedAt) implements Serializable {}
