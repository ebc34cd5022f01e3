package com.turanmart.lakehouse.pipeline.cli;

import com.turanmart.lakehouse.core.fault.ExitCode;
import java.util.concurrent.Callable;

/** One command of the {@code lakehouse} command line, found through {@link java.util.ServiceLoader}. */
public interface Subcommand extends Callable<ExitCode> {}
