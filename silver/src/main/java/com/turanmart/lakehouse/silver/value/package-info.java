/**
 * What one sent text means in one type: functions from a text to a value or to none.
 * Tables, rows and Spark's expressions are not known here.
 */
package com.turanmart.lakehouse.silver.value;
