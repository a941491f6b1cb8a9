/** Reads items one by one, in batches and into objects. */
@NullMarked
package io.bloop.read;

import org.jspecify.annotations.NullMarked;
