/** What other packages of the library use of {@code io.bloop.read}, and users do not. */
@NullMarked
package io.bloop.read.internal;

import org.jspecify.annotations.NullMarked;
