/** A simulation of DynamoDB's partitions under skewed load. */
@NullMarked
package io.bloop.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
