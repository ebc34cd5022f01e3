/**
 * What is started: a run over all declared tables, its order, its report, its exit code and what it publishes.
 * What happens to a table lives in the layers; how it is typed on a command line lives in cli.
 */
package com.turanmart.lakehouse.pipeline;
