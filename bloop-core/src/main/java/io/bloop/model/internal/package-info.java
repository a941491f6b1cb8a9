/** What the engine needs of a definition, beside what users see of it. */
@NullMarked
package io.bloop.model.internal;

import org.jspecify.annotations.NullMarked;
