/** Bean Validation of what is written. */
@NullMarked
package io.bloop.boot.validation;

import org.jspecify.annotations.NullMarked;
