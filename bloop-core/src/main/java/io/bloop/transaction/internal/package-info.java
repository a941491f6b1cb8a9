/** What other packages of the library use of {@code io.bloop.transaction}, and users do not. */
@NullMarked
package io.bloop.transaction.internal;

import org.jspecify.annotations.NullMarked;
