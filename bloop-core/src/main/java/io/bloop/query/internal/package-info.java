/** What other packages of the library use of {@code io.bloop.query}, and users do not. */
@NullMarked
package io.bloop.query.internal;

import org.jspecify.annotations.NullMarked;
