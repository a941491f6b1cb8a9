package io.bloop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.Snippet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles what no definition and no caller can say. */
@Tag("once")
class NotToBeSaidTests {

    @Test
    @DisplayName("M7 an abstract definition is no model of which there can be one")
    void anAbstractDefinitionCannotBeMade() {
        assertThat(Snippet.errors("new io.bloop.model.ModelDefinition<Link>(Link.class)"))
                .containsExactly("io.bloop.model.ModelDefinition is abstract; cannot be instantiated");
    }

    @ParameterizedTest
    @DisplayName("M7 a mix-in is neither bound, nor has it a template")
    @ValueSource(
            strings = {
                "io.bloop.engine.Engine.builder(null).build().template((io.bloop.model.ColumnGroup<Link>) null)",
                "new BloopTemplate<Link>(null, (io.bloop.model.ColumnGroup<Link>) null)"
            })
    void aMixInCannotBeBound(String expression) {
        assertThat(Snippet.errors(expression)).hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("M14 a type that needs an argument cannot be named without it")
    @ValueSource(
            strings = {
                "io.bloop.type.Types.setOf()",
                "io.bloop.type.Types.listOf()",
                "io.bloop.type.Types.mapOf()",
                "io.bloop.type.Types.enumOf()"
            })
    void aTypeNeedsItsArgument(String expression) {
        assertThat(Snippet.errors(expression)).hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("M14 the elements of a set are of a type that is stored as S, N or B")
    @ValueSource(
            strings = {
                "io.bloop.type.Types.setOf(io.bloop.type.Types.BOOLEAN)",
                "io.bloop.type.Types.setOf(io.bloop.type.Types.listOf(io.bloop.type.Types.STRING))",
                "io.bloop.type.Types.setOf(io.bloop.type.Types.DYNAMIC)"
            })
    void aSetNeedsScalars(String expression) {
        assertThat(Snippet.errors(expression)).hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("M21 an index is neither set, read, nor asked about as a column is")
    @ValueSource(
            strings = {
                "links.update(\"a\").set(LINK.byOwner, null)",
                "links.update(\"a\").remove(LINK.byOwner)",
                "links.scan().select(LINK.byOwner)",
                "LINK.byOwner.exists()",
                "new Link().byOwner"
            })
    void anIndexIsNoColumn(String expression) {
        assertThat(Snippet.errors(expression)).hasSize(1);
    }

    @Test
    @DisplayName("M21 what an index is used for compiles")
    void anIndexIsQueried() {
        assertThat(Snippet.errors("links.query(LINK.byOwner).where(LINK.owner.eq(\"me\"))"))
                .isEmpty();
    }
}
