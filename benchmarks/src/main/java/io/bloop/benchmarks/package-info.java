/** Benchmarks of Bloop beside the SDK, its Enhanced Client and Spring Cloud AWS. */
@NullMarked
package io.bloop.benchmarks;

import org.jspecify.annotations.NullMarked;
