package io.bloop.sample;

import org.jspecify.annotations.Nullable;

/** How far an import has come. */
record ImportStatus(
        boolean running,
        long read,
        long stored,
        long present,
        long refused,
        @Nullable Long total) {}
