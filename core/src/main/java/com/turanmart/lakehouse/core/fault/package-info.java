/**
 * The two kinds of failure: what an operator can act on, and the exit code that a scheduler reads.
 * Anything else that is thrown is a defect.
 */
package com.turanmart.lakehouse.core.fault;
