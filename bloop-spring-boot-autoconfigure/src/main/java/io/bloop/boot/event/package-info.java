/** What happens to models and their objects, as events of the application. */
@NullMarked
package io.bloop.boot.event;

import org.jspecify.annotations.NullMarked;
