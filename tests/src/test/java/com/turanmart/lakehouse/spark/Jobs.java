package com.turanmart.lakehouse.spark;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** How much work Spark is given. */
public final class Jobs {
    private Jobs() {}

    /** How many jobs a piece of work starts. */
    public static int during(Runnable work) {
        var jobs = new AtomicInteger();
        var counting = new SparkListener() {
            @Override
            public void onJobStart(SparkListenerJobStart start) {
                jobs.incrementAndGet();
            }
        };
        var context = TestSession.SPARK.sparkContext();
        settle();
        context.addSparkListener(counting);
        try {
            work.run();
            settle();
        } finally {
            context.removeSparkListener(counting);
        }
        return jobs.get();
    }

    private static void settle() {
        try {
            TestSession.SPARK.sparkContext().listenerBus().waitUntilEmpty();
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
