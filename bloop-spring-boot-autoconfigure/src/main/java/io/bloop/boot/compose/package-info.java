/** Connections to services that Docker Compose runs. */
@NullMarked
package io.bloop.boot.compose;

import org.jspecify.annotations.NullMarked;
