package com.turanmart.lakehouse.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a process took as a whole: seconds by the clock and of processors, the most memory that it held, Spark's jobs. */
record Cost(double wallSeconds, double cpuSeconds, double peakMegabytes, double jobs) {
    static final Cost NONE = new Cost(0, 0, 0, 0);

    /** One after the other. */
    Cost and(Cost next) {
        return new Cost(
                wallSeconds + next.wallSeconds,
                cpuSeconds + next.cpuSeconds,
                Math.max(peakMegabytes, next.peakMegabytes),
                jobs + next.jobs);
    }

    Cost withJobs(long counted) {
        return new Cost(wallSeconds, cpuSeconds, peakMegabytes, counted);
    }

    static Cost median(List<Cost> costs) {
        return new Cost(
                median(costs, Cost::wallSeconds),
                median(costs, Cost::cpuSeconds),
                median(costs, Cost::peakMegabytes),
                median(costs, Cost::jobs));
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        var sorted = costs.stream().mapToDouble(figure).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
