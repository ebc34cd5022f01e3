/**
 * What a sender's manifest says of a delivery, in each of the forms that it can be written in.
 * Whether it is true is asked elsewhere.
 */
package com.turanmart.lakehouse.bronze.manifest;
