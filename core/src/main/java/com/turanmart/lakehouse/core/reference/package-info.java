/**
 * What can be written into configuration files, told from the records that they are read into:
 * JSON Schemas for editors and one reference page for people. Neither is ever edited by hand.
 */
package com.turanmart.lakehouse.core.reference;
