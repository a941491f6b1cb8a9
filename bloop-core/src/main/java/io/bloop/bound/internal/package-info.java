/** What other packages of the library use of {@code io.bloop.bound}, and users do not. */
@NullMarked
package io.bloop.bound.internal;

import org.jspecify.annotations.NullMarked;
