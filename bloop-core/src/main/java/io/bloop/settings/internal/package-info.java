/** What other packages of the library use of {@code io.bloop.settings}, and users do not. */
@NullMarked
package io.bloop.settings.internal;

import org.jspecify.annotations.NullMarked;
