/**
 * Landing to bronze: finds what has come, proves it, and appends it as it was sent with where it came from.
 * Types, keys and versions are not known here.
 */
package com.turanmart.lakehouse.bronze;
