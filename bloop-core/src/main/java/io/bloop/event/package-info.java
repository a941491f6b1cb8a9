/** Events: what the packages that send requests tell whoever listens to an engine. */
@NullMarked
package io.bloop.event;

import org.jspecify.annotations.NullMarked;
