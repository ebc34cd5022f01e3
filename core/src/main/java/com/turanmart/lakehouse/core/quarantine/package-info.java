/**
 * Rows that a table could not take, and what people decided about them.
 * Why a row is put aside lives in the layers; how it is shown lives in pipeline.
 */
package com.turanmart.lakehouse.core.quarantine;
