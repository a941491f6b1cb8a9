package io.bloop.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.Snippet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class TypedUpdateTests {

    @ParameterizedTest
    @DisplayName("E7 an update that fits its columns compiles")
    @ValueSource(
            strings = {
                "links.update(\"a\").set(LINK.owner, null)",
                "links.update(\"a\").set(LINK.clicks, 1L)",
                "links.update(\"a\").add(LINK.clicks, 1L)",
                "links.update(\"a\").add(LINK.tags, Set.of(\"x\"))",
                "links.update(\"a\").delete(LINK.tags, Set.of(\"x\"))",
                "links.update(\"a\").append(LINK.notes, List.of(\"x\"))",
                "links.update(\"a\").add(LINK.counts.key(\"de\").asNumber(), 1)",
                "links.update(\"a\").setFrom(LINK.clicks, LINK.clicks.plus(1L))",
                "links.update(\"a\").setFrom(LINK.owner, LINK.slug)"
            })
    void compiles(String update) {
        assertThat(Snippet.errors(update)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("E7 an update that does not fit its columns does not compile")
    @ValueSource(
            strings = {
                "links.update(\"a\").add(LINK.owner, \"x\")",
                "links.update(\"a\").add(LINK.owner, 1L)",
                "links.update(\"a\").add(LINK.clicks, 1)",
                "links.update(\"a\").add(LINK.clicks, \"1\")",
                "links.update(\"a\").add(LINK.notes, List.of(\"x\"))",
                "links.update(\"a\").add(LINK.tags, Set.of(1))",
                "links.update(\"a\").add(LINK.expiresOn, java.time.Instant.EPOCH)",
                "links.update(\"a\").delete(LINK.notes, List.of(\"x\"))",
                "links.update(\"a\").delete(LINK.clicks, 1L)",
                "links.update(\"a\").append(LINK.tags, List.of(\"x\"))",
                "links.update(\"a\").append(LINK.notes, List.of(1))",
                "links.update(\"a\").set(LINK.clicks, \"1\")",
                "links.update(\"a\").setIfAbsent(LINK.clicks, \"1\")",
                "links.update(\"a\").setFrom(LINK.clicks, LINK.owner)",
                "links.update(\"a\").setFrom(LINK.owner, LINK.clicks.plus(1L))",
                "links.update(\"a\").setFrom(LINK.clicks, LINK.score.plus(LINK.clicks))",
                "LINK.owner.plus(\"x\")"
            })
    void doesNotCompile(String update) {
        assertThat(Snippet.errors(update)).hasSize(1);
    }
}
