/** Items: reading, writing and updating them one by one and in batches. */
@NullMarked
package io.bloop.item;

import org.jspecify.annotations.NullMarked;
