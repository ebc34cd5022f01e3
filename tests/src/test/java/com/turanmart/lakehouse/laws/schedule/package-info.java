/** L2 and L3 by property: random schedules of deliveries, each with a truth of its own. */
package com.turanmart.lakehouse.laws.schedule;
