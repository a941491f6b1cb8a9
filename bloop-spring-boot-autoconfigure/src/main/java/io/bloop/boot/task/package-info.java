/** Tasks of bulk calls and parallel scans: the caller's context, task decorators and virtual threads. */
@NullMarked
package io.bloop.boot.task;

import org.jspecify.annotations.NullMarked;
