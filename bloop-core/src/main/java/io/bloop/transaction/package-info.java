/** Transactions: up to a hundred items of any models, written or read together or not at all. */
@NullMarked
package io.bloop.transaction;

import org.jspecify.annotations.NullMarked;
