/** Measures of many objects: an import, and a scan in segments. */
@NullMarked
package io.bloop.benchmarks.bulk;

import org.jspecify.annotations.NullMarked;
