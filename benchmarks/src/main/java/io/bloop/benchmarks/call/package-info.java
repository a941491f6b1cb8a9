/** Benchmarks of whole calls, from a method of a client or template down to bytes and back. */
@NullMarked
package io.bloop.benchmarks.call;

import org.jspecify.annotations.NullMarked;
