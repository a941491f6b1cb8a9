/** Writes items one by one: save, insert, replace, delete and updates by request. */
@NullMarked
package io.bloop.write;

import org.jspecify.annotations.NullMarked;
