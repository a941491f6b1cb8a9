/** Bridges to the types of Spring Data Commons, for applications that have it. */
@NullMarked
package io.bloop.boot.data;

import org.jspecify.annotations.NullMarked;
