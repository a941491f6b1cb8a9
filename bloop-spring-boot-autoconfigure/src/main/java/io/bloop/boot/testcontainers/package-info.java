/** Connections to containers that Testcontainers runs. */
@NullMarked
package io.bloop.boot.testcontainers;

import org.jspecify.annotations.NullMarked;
