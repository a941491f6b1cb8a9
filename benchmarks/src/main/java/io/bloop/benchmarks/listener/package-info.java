/** Measures of listeners to the changes of a table. */
@NullMarked
package io.bloop.benchmarks.listener;

import org.jspecify.annotations.NullMarked;
