package io.bloop.type;

import static io.bloop.type.Samples.CIRCLE;
import static io.bloop.type.Samples.SHAPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.type.Samples.Circle;
import io.bloop.type.Samples.Group;
import io.bloop.type.Samples.Shape;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PolymorphicTypeTests {

    /** A class that no type knows. */
    abstract static class Figure {}

    /** A subclass of it. */
    static class Dot extends Figure {
        String type;
    }

    private static final DocumentType<Dot> DOT = new DocumentType<>(Dot.class) {
        {
            member("type", Types.STRING).getter(dot -> dot.type).setter((dot, type) -> dot.type = type);
        }

        @Override
        protected Dot create(MemberValues<Dot> values) {
            return new Dot();
        }
    };

    /** Names subtypes in the constructor. */
    private static PolymorphicType<Figure> figure(String discriminator, String[]... names) {
        return new PolymorphicType<>(Figure.class, discriminator) {
            {
                for (String[] some : names) {
                    subtype(DOT, some);
                }
            }
        };
    }

    @Test
    @DisplayName("T8 a subtype without a name, twice, or with a member of the discriminator's name is refused")
    void subtypesThatAreRefused() {
        assertThatThrownBy(() -> figure("kind", new String[0]))
                .isInstanceOf(InvalidType.class)
                .hasMessage("Figure has the subtype Dot without a name; give it one.");
        assertThatThrownBy(() -> figure("type", new String[] {"dot"}))
                .hasMessage(
                        "Figure has the discriminator 'type', and Dot has a member of that name; rename one of them.");
        assertThatThrownBy(() -> figure("kind", new String[] {"dot"}, new String[] {"point"}))
                .hasMessage("Figure has the subtype Dot twice; name it once, with all its names.");
        assertThatThrownBy(() -> figure("kind", new String[] {"dot", "dot"}))
                .hasMessage("Figure has two subtypes with the name 'dot'; rename one.");
        assertThat(figure("kind", new String[] {"dot", "point"}).tag()).isEqualTo(Tag.M);
    }

    @Test
    @DisplayName("T8 an abstract subtype is refused")
    void anAbstractSubtypeIsRefused() {
        assertThatThrownBy(() -> new PolymorphicType<Object>(Object.class, "type") {
                    {
                        subtype(SHAPE, "shape");
                    }
                })
                .isInstanceOf(InvalidType.class)
                .hasMessage("Object has the subtype Shape, which is abstract; name its subtypes.");
    }

    @Test
    @DisplayName("T3 an object of no subtype is refused, and so is one of a subclass of a subtype")
    void anObjectOfNoSubtypeIsRefused() {
        PolymorphicType<Figure> figure = figure("kind", new String[] {"dot"});
        assertThatThrownBy(() -> AttributeValues.dump(figure, new Figure() {}))
                .isInstanceOf(InvalidValue.class)
                .hasMessageMatching("Cannot store a value: expected Figure, which is one of \\[Dot\\], found a "
                        + "io\\.bloop\\.type\\.PolymorphicTypeTests\\$\\d+\\.");
        assertThatThrownBy(() -> AttributeValues.dump(figure, new Dot() {}))
                .hasMessageMatching("Cannot store a value: expected Figure, which is one of \\[Dot\\], found a "
                        + "io\\.bloop\\.type\\.PolymorphicTypeTests\\$\\d+\\.");
    }

    @Test
    @DisplayName("T3 a discriminator that is no text is told by its tag")
    void aDiscriminatorThatIsNoText() {
        AttributeValue stored = AttributeValue.fromM(Map.of("type", AttributeValue.fromN("1")));
        assertThatThrownBy(() -> AttributeValues.load(SHAPE, stored))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected Shape, whose 'type' is one of [circle, Circle, group], found"
                        + " N.");
    }

    @Test
    @DisplayName("T8 the type of one subtype stores the discriminator, and reads that subtype alone")
    void theTypeOfOneSubtype() {
        DocumentType<Circle> only = SHAPE.only(CIRCLE);
        AttributeValue stored = AttributeValues.dump(only, new Circle(1, "red"));
        assertThat(stored).isEqualTo(AttributeValues.dump(SHAPE, new Circle(1, "red")));
        assertThat(only.members()).isEqualTo(CIRCLE.members());
        assertThat(AttributeValues.load(only, stored)).isEqualTo(new Circle(1, "red"));
        AttributeValue group = AttributeValues.dump(SHAPE, (Shape) new Group(java.util.List.of(), "red"));
        assertThatThrownBy(() -> AttributeValues.load(only, group)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> figure("kind", new String[] {"dot"}).only(figure("other")))
                .isInstanceOf(InvalidType.class)
                .hasMessage("Figure has no subtype Figure; it has [Dot].");
    }
}
