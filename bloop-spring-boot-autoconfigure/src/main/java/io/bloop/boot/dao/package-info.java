/** Translation of Bloop's exceptions to those of Spring's data access. */
@NullMarked
package io.bloop.boot.dao;

import org.jspecify.annotations.NullMarked;
