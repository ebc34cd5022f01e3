/**
 * The {@code lakehouse} command line: one small class per command, options become a value before work starts.
 * What a command does lives where the work is done; here it is called, and its end becomes words and an exit code.
 */
package com.turanmart.lakehouse.pipeline.cli;
