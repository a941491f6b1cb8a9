/** Models that the Enhanced Client and Bloop read and write in one table, for services that move from the one to the other. */
@NullMarked
package io.bloop.benchmarks.move;

import org.jspecify.annotations.NullMarked;
