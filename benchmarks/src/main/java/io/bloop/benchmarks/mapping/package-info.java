/** Benchmarks of moving values between objects and items, with no request around them. */
@NullMarked
package io.bloop.benchmarks.mapping;

import org.jspecify.annotations.NullMarked;
