/** Bound models: a definition with the table, the settings and the listeners that one engine gives it. */
@NullMarked
package io.bloop.bound;

import org.jspecify.annotations.NullMarked;
