/** Meters of requests: what each model, table, index and operation costs. */
@NullMarked
package io.bloop.boot.metrics;

import org.jspecify.annotations.NullMarked;
