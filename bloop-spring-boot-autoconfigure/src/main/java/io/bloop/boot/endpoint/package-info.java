/** The endpoint {@code bloop}: models, tables, and how they match. */
@NullMarked
package io.bloop.boot.endpoint;

import org.jspecify.annotations.NullMarked;
