/** Data migrations: beans that the application runs once, together with its other instances. */
@NullMarked
package io.bloop.boot.migration;

import org.jspecify.annotations.NullMarked;
