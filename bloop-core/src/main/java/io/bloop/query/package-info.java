/** Searches: queries and scans with typed conditions, lazy results, and continuation tokens. */
@NullMarked
package io.bloop.query;

import org.jspecify.annotations.NullMarked;
