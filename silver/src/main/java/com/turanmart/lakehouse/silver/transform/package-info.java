/**
 * What rows become on their way to silver: functions from rows to rows.
 * Nothing here reads, writes, counts or asks the clock.
 */
package com.turanmart.lakehouse.silver.transform;
