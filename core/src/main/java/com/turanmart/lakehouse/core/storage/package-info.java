/**
 * Where zones lie and how their files are listed, read and created: the only package that knows Hadoop and S3A.
 * Rows and tables are not known here.
 */
package com.turanmart.lakehouse.core.storage;
