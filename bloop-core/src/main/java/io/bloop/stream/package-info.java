/** Streams: every change of a table's items, once it has happened, as an object. */
@NullMarked
package io.bloop.stream;

import org.jspecify.annotations.NullMarked;
