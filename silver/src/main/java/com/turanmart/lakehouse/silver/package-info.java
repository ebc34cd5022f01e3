/**
 * Bronze to silver: types what was sent, keeps the latest version of each key, remembers deletes.
 * Where the rows landed and what marts make of them is not known here.
 */
package com.turanmart.lakehouse.silver;
