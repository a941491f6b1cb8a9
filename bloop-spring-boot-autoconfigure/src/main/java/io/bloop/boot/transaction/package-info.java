/** A notice in the log where something is written inside a transaction of Spring, which does not include DynamoDB. */
@NullMarked
package io.bloop.boot.transaction;

import org.jspecify.annotations.NullMarked;
