/**
 * Records of one landed file, in each format that a sender uses.
 * What a record becomes in bronze is not known here.
 */
package com.turanmart.lakehouse.bronze.format;
