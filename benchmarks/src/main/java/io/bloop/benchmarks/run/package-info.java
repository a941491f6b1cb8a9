/** What runs benchmarks and writes the page of their results. */
@NullMarked
package io.bloop.benchmarks.run;

import org.jspecify.annotations.NullMarked;
