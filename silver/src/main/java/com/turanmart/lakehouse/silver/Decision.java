package com.turanmart.lakehouse.silver;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the rows of a step mean for a table.
 *
 * @param sound the rows that it was drawn from
 * @param rows at most one for each row of the table that may change, with the state that it should have
 * @param considered versions that were not outdone by another one of the same step
 * @param implied what the step read between the lines: rows that a full list lacks, events that an earlier copy outdoes
 * @param holds why it must not be written, a line each
 */
record Decision(Dataset<Row> sound, Dataset<Row> rows, long considered, long implied, List<String> holds) {}
