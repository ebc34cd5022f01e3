/**
 * What can be wrong with a configuration whose files were all read: one class per kind of mistake.
 * Each is listed in META-INF/services; rules are inspected in the module that knows their language.
 */
package com.turanmart.lakehouse.core.inspection;
