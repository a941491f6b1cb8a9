/** What all contestants store: an item of three attributes and one of twelve, and what each does to say so. */
@NullMarked
package io.bloop.benchmarks.model;

import org.jspecify.annotations.NullMarked;
