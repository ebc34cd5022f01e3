/**
 * Silver to marts: which units changed rows touch, the mart's SQL for them, the audit and the publication.
 * What a mart means stands in its SQL, not here.
 */
package com.turanmart.lakehouse.gold;
