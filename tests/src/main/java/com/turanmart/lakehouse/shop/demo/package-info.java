/**
 * The demo: the shop's days through the whole lakehouse, with a night that is held.
 * What lands is made in shop; what happens to it is the engine's own code.
 */
package com.turanmart.lakehouse.shop.demo;
