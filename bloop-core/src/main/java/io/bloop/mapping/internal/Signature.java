package io.bloop.mapping.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When and by whom something is written. For the engine.
 *
 * @param at the time of the write
 * @param auditor who writes; null if that is not known, or no column of the model is to have it
 */
public record Signature(Instant at, @Nullable Object auditor) {}
