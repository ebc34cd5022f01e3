/**
 * What the house forbids, read from byte code and sources: rooms, foreign libraries, pure transforms, table names.
 * Each rule has a planted offence under {@code planted} that it must find; what the product does is tested elsewhere.
 */
package com.turanmart.lakehouse.architecture;
