/** Auto-configuration of who writes, for columns with the auditor of the first or the last write. */
@NullMarked
package io.bloop.boot.audit;

import org.jspecify.annotations.NullMarked;
