/**
 * What is kept of personal values: the only place that makes pseudonyms and reads their keys.
 * A key is read by the process that needs it; it is in no plan, no setting and no text.
 */
package com.turanmart.lakehouse.silver.privacy;
