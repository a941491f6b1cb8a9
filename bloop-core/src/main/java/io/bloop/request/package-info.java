/** Requests: the one place through which every call to DynamoDB passes. */
@NullMarked
package io.bloop.request;

import org.jspecify.annotations.NullMarked;
