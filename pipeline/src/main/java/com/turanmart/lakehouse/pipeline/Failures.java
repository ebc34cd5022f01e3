package com.turanmart.lakehouse.pipeline;

import com.turanmart.lakehouse.core.fault.ExitCode;
import com.turanmart.lakehouse.core.fault.Refusal;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what an operator can act on from what is a defect. */
public final class Failures {
    private static final List<Class<? extends Throwable>> NETWORK = List.of(
            ConnectException.class,
            UnknownHostException.class,
            NoRouteToHostException.class,
            SocketTimeoutException.class);

    private Failures() {}

    /** Empty when the problem is a defect. */
    public static Optional<Refusal> refusal(Throwable problem) {
        var causes = Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .toList();
        for (var cause : causes) {
            var message = String.valueOf(cause.getMessage());
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
            if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
                return refused(
                        ExitCode.SAFE_TO_RERUN,
                        "The disk is full. Free some space in the lakehouse's zones or in Spark's scratch folder"
                                + " (spark.local.dir), then run again; nothing was lost.",
                        problem);
            }
            if (message.contains("stopped SparkContext") || message.contains("SparkContext was shut down")) {
                return refused(
                        ExitCode.SAFE_TO_RERUN,
                        "The run was interrupted. Run it again: it goes on where this one stopped.",
                        problem);
            }
            if (NETWORK.stream().anyMatch(type -> type.isInstance(cause))) {
                return refused(
                        ExitCode.SAFE_TO_RERUN,
                        "The store cannot be reached (" + message
                                + "). Check s3.endpoint and the network, then run again;" + " nothing was lost.",
                        problem);
            }
            if (cause instanceof AccessDeniedException || message.contains("Permission denied")) {
                return refused(
                        ExitCode.NEEDS_A_PERSON,
                        "Access is denied: " + message
                                + ". Grant this process the right, then run again; nothing was lost.",
                        problem);
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refused(ExitCode exitCode, String message, Throwable cause) {
        return Optional.of(new Refusal(exitCode, message.replaceAll("\\s+", " "), cause));
    }
}
