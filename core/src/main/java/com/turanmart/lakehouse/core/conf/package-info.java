/**
 * What a lakehouse is declared to be: table, environment and SQL files, read once and strictly into records.
 * Everything that can be said about a mistake before Spark starts is said here, all of it at once.
 * What is done with a declared table lives in the layers.
 */
package com.turanmart.lakehouse.core.conf;
