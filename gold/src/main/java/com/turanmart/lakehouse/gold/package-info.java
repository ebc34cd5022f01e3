/**
 * Tables by SQL, marts above all: which units changed rows touch, the table's SQL for them, the audit, the publication.
 * What a table means stands in its SQL, not here.
 */
package com.turanmart.lakehouse.gold;
