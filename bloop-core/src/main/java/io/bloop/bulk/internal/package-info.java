/** What other packages of the library use of {@code io.bloop.bulk}, and users do not. */
@NullMarked
package io.bloop.bulk.internal;

import org.jspecify.annotations.NullMarked;
