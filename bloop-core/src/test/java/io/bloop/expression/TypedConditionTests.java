package io.bloop.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.Snippet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class TypedConditionTests {

    @ParameterizedTest
    @DisplayName("C3 a condition that fits its column compiles")
    @ValueSource(
            strings = {
                "LINK.owner.beginsWith(\"x\")",
                "LINK.owner.eq((String) null)",
                "LINK.owner.eq(LINK.slug)",
                "LINK.clicks.lt(1L)",
                "LINK.tags.contains(\"x\")",
                "LINK.tags.contains(LINK.owner)",
                "LINK.owner.in(LINK.slug, LINK.notes.at(0))",
                "LINK.owner.in(Set.of(\"me\"))",
                "LINK.clicks.between(1L, LINK.clicks)",
                "LINK.counts.key(\"de\").asNumber().gt(1)"
            })
    void compiles(String condition) {
        assertThat(Snippet.errors(condition)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("C3 a condition that does not fit its column does not compile")
    @ValueSource(
            strings = {
                "LINK.clicks.beginsWith(\"1\")",
                "LINK.clicks.contains(1L)",
                "LINK.clicks.eq(\"1\")",
                "LINK.clicks.eq(1)",
                "LINK.clicks.lt(LINK.owner)",
                "LINK.clicks.size()",
                "LINK.pinned.lt(true)",
                "LINK.tags.lt(Set.of())",
                "LINK.tags.contains(1)",
                "LINK.counts.key(\"de\").gt(1)",
                "LINK.owner.eq(LINK.clicks)",
                "LINK.owner.in(LINK.slug, LINK.clicks)",
                "LINK.owner.in(List.of(1))",
                "LINK.clicks.between(1L, LINK.owner)",
                "LINK.clicks.between(LINK.owner, 1L)",
                "LINK.owner.beginsWith(LINK.clicks)",
                "LINK.tags.contains(LINK.clicks)",
                "LINK.pinned.between(false, true)",
                "LINK.tags.size().gt(LINK.owner)"
            })
    void doesNotCompile(String condition) {
        assertThat(Snippet.errors(condition)).hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("C2 the bare word null does not compile, where a place could be meant as well")
    @ValueSource(strings = {"LINK.owner.eq(null)", "LINK.owner.ne(null)"})
    void theBareWordNullDoesNotCompile(String condition) {
        assertThat(Snippet.errors(condition)).singleElement().asString().startsWith("reference to ");
    }
}
