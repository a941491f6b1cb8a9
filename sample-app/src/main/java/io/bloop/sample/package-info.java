/** Go-links: a small link shortener that keeps its links with Bloop. */
@NullMarked
package io.bloop.sample;

import org.jspecify.annotations.NullMarked;
