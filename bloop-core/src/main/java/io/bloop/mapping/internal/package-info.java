/** Mapping: how items become objects and objects items, and what an object remembers of its item. */
@NullMarked
package io.bloop.mapping.internal;

import org.jspecify.annotations.NullMarked;
