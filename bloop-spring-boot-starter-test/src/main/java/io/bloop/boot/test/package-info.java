/** Tests of models and of the services that stand on them, with a DynamoDB Local in the JVM of the tests. */
@NullMarked
package io.bloop.boot.test;

import org.jspecify.annotations.NullMarked;
