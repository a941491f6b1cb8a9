/** Data migrations: every item of a table changed once, by all instances together, while others go on writing. */
@NullMarked
package io.bloop.migration;

import org.jspecify.annotations.NullMarked;
