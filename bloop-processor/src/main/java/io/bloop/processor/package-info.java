/** The annotation processor, which writes the definitions of annotated models. */
@NullMarked
package io.bloop.processor;

import org.jspecify.annotations.NullMarked;
