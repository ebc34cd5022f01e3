/**
 * What the pages promise: every example, command, file, field and code that they name is the product's own.
 * How the pages are formatted is checked by scripts/check-text.
 */
package com.turanmart.lakehouse.docs;
