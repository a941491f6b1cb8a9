/** Health: whether the tables of an engine can be reached and used. */
@NullMarked
package io.bloop.boot.health;

import org.jspecify.annotations.NullMarked;
