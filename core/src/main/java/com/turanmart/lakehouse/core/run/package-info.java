/**
 * What one run is, what its commits say of it and what it reports.
 * How a step works lives in its layer; which steps there are lives in pipeline.
 */
package com.turanmart.lakehouse.core.run;
