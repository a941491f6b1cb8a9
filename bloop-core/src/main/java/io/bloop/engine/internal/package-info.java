/** What other packages of the library use of {@code io.bloop.engine}, and users do not. */
@NullMarked
package io.bloop.engine.internal;

import org.jspecify.annotations.NullMarked;
