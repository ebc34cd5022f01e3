package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.run.StepReport;

/** Somebody who watches a run; called from several threads. */
public interface Progress {

    /** A piece of work that belongs to no table: starting Spark, looking at what has landed. */
    void prepared(String what, double seconds);

    void started(String layer, String table);

    void ended(StepReport step);

    /** A defect's trace, for the one who mends it. */
    void defect(String table, Throwable problem);
}
