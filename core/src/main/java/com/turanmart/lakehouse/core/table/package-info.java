/**
 * Versioned tables: the only package that knows Delta.
 * What the rows mean is not known here.
 */
package com.turanmart.lakehouse.core.table;
