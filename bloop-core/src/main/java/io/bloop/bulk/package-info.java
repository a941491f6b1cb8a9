/** Bulk: many objects, in batches or each by its own request, side by side and within a bound of memory. */
@NullMarked
package io.bloop.bulk;

import org.jspecify.annotations.NullMarked;
