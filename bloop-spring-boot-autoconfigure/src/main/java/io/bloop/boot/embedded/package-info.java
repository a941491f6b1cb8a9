/** Auto-configuration of a DynamoDB Local inside the application, for development and tests. */
@NullMarked
package io.bloop.boot.embedded;

import org.jspecify.annotations.NullMarked;
