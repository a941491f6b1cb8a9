/** What other packages of the library use of {@code io.bloop.wire}, and users do not. */
@NullMarked
package io.bloop.wire.internal;

import org.jspecify.annotations.NullMarked;
