/** What other packages of the library use of {@code io.bloop.write}, and users do not. */
@NullMarked
package io.bloop.write.internal;

import org.jspecify.annotations.NullMarked;
