/**
 * The marts worked out a second time, by another engine and from the landing files: DuckDB knows neither bronze nor
 * silver nor the SQL of {@code conf}. Nothing here reads a table of the lakehouse but to compare it.
 */
package com.turanmart.lakehouse.oracle;
