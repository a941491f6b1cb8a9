/** What other packages of the library use of {@code io.bloop.table}, and users do not. */
@NullMarked
package io.bloop.table.internal;

import org.jspecify.annotations.NullMarked;
