/**
 * Rules: what a model has to keep, told once for definitions at run time and for annotations at compile time.
 *
 * <p>For the library and its annotation processor; users meet it only through the messages.
 */
@NullMarked
package io.bloop.rule.internal;

import org.jspecify.annotations.NullMarked;
