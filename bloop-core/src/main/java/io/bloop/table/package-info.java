/** Tables: creating what is missing, waiting for it, and comparing what is there with what the models want. */
@NullMarked
package io.bloop.table;

import org.jspecify.annotations.NullMarked;
