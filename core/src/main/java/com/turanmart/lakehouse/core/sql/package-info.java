/**
 * What a SQL text says before it runs: the tables it reads, the columns it gives, the columns an expression needs.
 * Spark's own parser reads it, without a session. What the SQL is run on lives in the layers.
 */
package com.turanmart.lakehouse.core.sql;
