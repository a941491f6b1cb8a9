/**
 * Maps items directly from the bytes of DynamoDB's responses, and writes them as bytes of requests, below the SDK's
 * attribute values.
 */
@NullMarked
package io.bloop.wire;

import org.jspecify.annotations.NullMarked;
