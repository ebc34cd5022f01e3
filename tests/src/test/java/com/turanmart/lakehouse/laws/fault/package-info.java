/** Data that is wrong: each planted fault is held, put aside, told of or harmless, and clean nights are left alone. */
package com.turanmart.lakehouse.laws.fault;
