/** A small shop that keeps all its data in one table. */
@NullMarked
package io.bloop.shop;

import org.jspecify.annotations.NullMarked;
