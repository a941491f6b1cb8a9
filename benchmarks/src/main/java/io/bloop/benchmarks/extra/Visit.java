package io.bloop.benchmarks.extra;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;

/** An object of five attributes with six constraints. */
@Model
record Visit(
        @HashKey @NotBlank String id,
        @NotBlank @Size(max = 200) String page,
        @NotNull Instant at,
        @PositiveOrZero long millis,
        @Size(max = 10) Set<String> tags) {

    static final Visit SAMPLE = new Visit(
            "3f2a5c6d-0001",
            "/docs/getting-started",
            Instant.parse("2026-03-01T10:15:30.123456Z"),
            4_210,
            Set.of("docs", "first"));
}
