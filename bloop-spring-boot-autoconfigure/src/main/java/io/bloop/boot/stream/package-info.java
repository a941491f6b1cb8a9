/** Listeners to the changes of tables: methods with an annotation, their containers, positions and leases. */
@NullMarked
package io.bloop.boot.stream;

import org.jspecify.annotations.NullMarked;
