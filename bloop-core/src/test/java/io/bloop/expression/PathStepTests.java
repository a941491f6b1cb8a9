package io.bloop.expression;

import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.type.Types.DYNAMIC;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.model.DynamicColumn;
import io.bloop.model.ListColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.Values;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PathStepTests {

    private static final NestModel NEST = new NestModel();

    @Test
    @DisplayName("C6 a column has no steps")
    void tellsNoStepsOfAColumn() {
        assertThat(LINK.notes.steps()).isEmpty();
    }

    @Test
    @DisplayName("C6 a path tells its steps from the outside in, each with the type that it leads into")
    void tellsTheStepsOfAPath() {
        Path<Nest, Map<String, String>> path = NEST.grid.at(3);
        assertThat(path.steps()).containsExactly(new PathStep(NEST.grid.type(), null, 3));
        assertThat(((MapPath<Nest, String, String>) path).key("x").steps())
                .containsExactly(
                        new PathStep(NEST.grid.type(), null, 3),
                        new PathStep(NEST.grid.type().element(), "x", -1));
    }

    @Test
    @DisplayName("C6 a place that is taken for another type adds no step")
    void tellsNoStepToThePlaceItself() {
        assertThat(NEST.meta.key("count").as(LONG).steps()).containsExactly(new PathStep(DYNAMIC, "count", -1));
    }

    static final class Nest {
        String id;
        List<Map<String, String>> grid;
        Object meta;
    }

    static final class NestModel extends ModelDefinition<Nest> {

        final ListColumn<Nest, Map<String, String>> grid =
                column("grid", listOf(mapOf(STRING))).getter(n -> n.grid).setter((n, v) -> n.grid = v);
        final DynamicColumn<Nest> meta =
                column("meta", DYNAMIC).getter(n -> n.meta).setter((n, v) -> n.meta = v);

        NestModel() {
            super(Nest.class);
            column("id", STRING).getter(n -> n.id).setter((n, v) -> n.id = v).hashKey();
        }

        @Override
        protected Nest create(Values<Nest> values) {
            return new Nest();
        }
    }
}
