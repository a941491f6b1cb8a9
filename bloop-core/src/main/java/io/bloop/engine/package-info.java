/** The engine: saving, loading and searching the objects of bound models. */
@NullMarked
package io.bloop.engine;

import org.jspecify.annotations.NullMarked;
