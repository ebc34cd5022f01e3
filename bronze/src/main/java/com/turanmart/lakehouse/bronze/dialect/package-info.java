/**
 * How senders tell changes: what a record of a file says of rows, in each dialect.
 * How a record is read from bytes, and what a change becomes in bronze, is not known here.
 */
package com.turanmart.lakehouse.bronze.dialect;
