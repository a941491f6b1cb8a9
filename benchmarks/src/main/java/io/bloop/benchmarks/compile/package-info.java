/** How long a project with models takes to compile. */
@NullMarked
package io.bloop.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
