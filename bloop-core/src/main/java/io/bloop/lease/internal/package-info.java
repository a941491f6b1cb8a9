/** Leases: one process of several does something, another takes over when it dies, and no clocks are compared. */
@NullMarked
package io.bloop.lease.internal;

import org.jspecify.annotations.NullMarked;
