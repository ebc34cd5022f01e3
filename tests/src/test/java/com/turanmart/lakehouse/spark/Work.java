package com.turanmart.lakehouse.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** What Spark does for a piece of work: sums over its tasks, which a busy machine does not change as it changes time. */
public final class Work extends SparkListener {
    private final LongAdder jobs = new LongAdder();
    private final LongAdder tasks = new LongAdder();
    private final LongAdder cpuNanos = new LongAdder();
    private final LongAdder inputBytes = new LongAdder();
    private final LongAdder inputRows = new LongAdder();
    private final LongAdder shuffleBytes = new LongAdder();
    private final LongAdder shuffleRows = new LongAdder();
    private final LongAdder outputBytes = new LongAdder();

    private Work() {}

    /** Figures by name, in the order in which a reader wants them. */
    public static Map<String, Long> during(Runnable piece) {
        var work = new Work();
        var context = TestSession.SPARK.sparkContext();
        settle();
        context.addSparkListener(work);
        try {
            piece.run();
            settle();
        } finally {
            context.removeSparkListener(work);
        }
        return work.figures();
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        jobs.increment();
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        var metrics = end.taskMetrics();
        tasks.increment();
        cpuNanos.add(metrics.executorCpuTime());
        inputBytes.add(metrics.inputMetrics().bytesRead());
        inputRows.add(metrics.inputMetrics().recordsRead());
        shuffleBytes.add(metrics.shuffleWriteMetrics().bytesWritten());
        shuffleRows.add(metrics.shuffleWriteMetrics().recordsWritten());
        outputBytes.add(metrics.outputMetrics().bytesWritten());
    }

    private Map<String, Long> figures() {
        var figures = new LinkedHashMap<String, Long>();
        figures.put("jobs", jobs.sum());
        figures.put("tasks", tasks.sum());
        figures.put("executor CPU, ms", cpuNanos.sum() / 1_000_000);
        figures.put("input, kB", inputBytes.sum() / 1_000);
        figures.put("input rows", inputRows.sum());
        figures.put("shuffle, kB", shuffleBytes.sum() / 1_000);
        figures.put("shuffle rows", shuffleRows.sum());
        figures.put("output, kB", outputBytes.sum() / 1_000);
        return figures;
    }

    private static void settle() {
        try {
            TestSession.SPARK.sparkContext().listenerBus().waitUntilEmpty();
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
