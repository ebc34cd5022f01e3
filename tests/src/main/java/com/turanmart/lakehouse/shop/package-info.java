/**
 * The demo shop: a pure function from a plan to the files that would have landed, and to the finance truth behind them.
 * It knows what senders do, right and wrong; it knows nothing of the lakehouse that reads the files.
 * No Spark and no Delta here: the truth has to stay independent of the engine that it judges.
 */
package com.turanmart.lakehouse.shop;
