/** Delta Kernel beside Spark: a second client that reads published tables at their paths. */
package com.turanmart.lakehouse.kernel;
