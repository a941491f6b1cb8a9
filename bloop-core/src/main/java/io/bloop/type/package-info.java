/**
 * Types: how a Java value is stored as one of DynamoDB's tagged values, and read back.
 *
 * <p>A type reads from a {@link io.bloop.type.ValueReader} and writes to a {@link io.bloop.type.ValueWriter}; the
 * SDK's attribute values are one source and one sink of those.
 */
@NullMarked
package io.bloop.type;

import org.jspecify.annotations.NullMarked;
