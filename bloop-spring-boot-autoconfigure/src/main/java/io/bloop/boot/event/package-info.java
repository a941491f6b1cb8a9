/** Application events about models and their objects. */
@NullMarked
package io.bloop.boot.event;

import org.jspecify.annotations.NullMarked;
