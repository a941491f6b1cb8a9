/** Observations of requests: timings and traces, with the names of the OpenTelemetry semantic conventions. */
@NullMarked
package io.bloop.boot.observation;

import org.jspecify.annotations.NullMarked;
