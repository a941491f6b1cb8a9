/** Auto-configuration: the engine, the models and their templates as beans of a Spring Boot application. */
@NullMarked
package io.bloop.boot;

import org.jspecify.annotations.NullMarked;
