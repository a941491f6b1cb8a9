/** Compares a model that shares its table with one that has a table of its own. */
@NullMarked
package io.bloop.benchmarks.claim;

import org.jspecify.annotations.NullMarked;
