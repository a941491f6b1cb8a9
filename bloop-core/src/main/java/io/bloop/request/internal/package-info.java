/** What other packages of the library use of {@code io.bloop.request}, and users do not. */
@NullMarked
package io.bloop.request.internal;

import org.jspecify.annotations.NullMarked;
