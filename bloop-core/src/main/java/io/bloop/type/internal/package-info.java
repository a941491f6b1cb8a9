/** What other packages of the library use of {@code io.bloop.type}, and users do not. */
@NullMarked
package io.bloop.type.internal;

import org.jspecify.annotations.NullMarked;
