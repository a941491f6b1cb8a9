/** Measures of what happens once: the first call of a JVM, binding, the start of an application. */
@NullMarked
package io.bloop.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
