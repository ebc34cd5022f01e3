/**
 * Files that this project did not write; they lie outside of it.
 * What is tested with them lies in the package of the tested class.
 */
package com.turanmart.lakehouse.realdata;
