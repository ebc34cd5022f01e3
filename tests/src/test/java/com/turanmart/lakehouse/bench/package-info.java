/** Whole nights of the shop, timed as processes, beside others that do the same work: {@code scripts/bench}. */
package com.turanmart.lakehouse.bench;
