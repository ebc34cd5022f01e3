/**
 * Rules over rows, what follows from them and what is remembered of them: the only module that knows Deequ and its rule language.
 * Which rows are judged, and what a held table means for others, is decided by the layers.
 */
package com.turanmart.lakehouse.quality;
