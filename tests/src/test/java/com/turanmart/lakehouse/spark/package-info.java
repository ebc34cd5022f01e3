/**
 * The Spark session that all tests share.
 * What is tested with it lies in the package of the tested class.
 */
package com.turanmart.lakehouse.spark;
