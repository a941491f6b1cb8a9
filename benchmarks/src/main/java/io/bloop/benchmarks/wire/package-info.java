/** A DynamoDB that answers with canned bytes, in the process of its caller. */
@NullMarked
package io.bloop.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
