/** Collections: the items of one partition as one typed object, read by one query. */
@NullMarked
package io.bloop.collection;

import org.jspecify.annotations.NullMarked;
