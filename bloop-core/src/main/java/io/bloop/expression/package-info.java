/**
 * Expressions: typed conditions and update actions, and their text in DynamoDB's expression language.
 *
 * <p>Every attribute name and every value becomes a placeholder.
 */
@NullMarked
package io.bloop.expression;

import org.jspecify.annotations.NullMarked;
