/** What every part of bloop shares: the root of its exceptions. */
@NullMarked
package io.bloop;

import org.jspecify.annotations.NullMarked;
