/** Measures of what an application may switch on beside the engine. */
@NullMarked
package io.bloop.benchmarks.extra;

import org.jspecify.annotations.NullMarked;
