/** Checks that what is allocated does not grow, in a time that a build can spare. */
@NullMarked
package io.bloop.benchmarks.bytes;

import org.jspecify.annotations.NullMarked;
