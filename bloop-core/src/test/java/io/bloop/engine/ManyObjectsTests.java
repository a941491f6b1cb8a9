package io.bloop.engine;

import static io.bloop.engine.ManyObjectsTests.TagModel.TAG;
import static io.bloop.read.Consistency.STRONG;
import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.model.InvalidModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.read.MissingObjects;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManyObjectsTests {

    record Tag(String name, String colour) {}

    static final class TagModel extends ModelDefinition<Tag> {

        static final TagModel TAG = new TagModel();

        final StringColumn<Tag, String> name =
                column("name", STRING).getter(Tag::name).hashKey();
        final StringColumn<Tag, String> colour = column("colour", STRING).getter(Tag::colour);

        private TagModel() {
            super(Tag.class);
        }

        @Override
        protected Tag create(Values<Tag> values) {
            return new Tag(values.get(name), values.get(colour));
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private Engine engine;

    @BeforeEach
    void bind() {
        client = dynamoDb.intercept();
        engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(LINK, TAG));
        client.clear();
    }

    @Test
    @DisplayName("E4 objects of different models are saved together")
    void savesObjectsOfDifferentModels() {
        List<Object> all = List.of(new Link("a"), new Tag("x", "red"), new Link("b"));

        assertThat(engine.saveEach(all)).isEqualTo(all);

        assertThat(engine.template(LINK).scan().count()).isEqualTo(2);
        assertThat(engine.template(TAG).find("x")).contains(new Tag("x", "red"));
    }

    @Test
    @DisplayName("E4 objects of different models are deleted together")
    void deletesObjectsOfDifferentModels() {
        List<Object> all = List.of(new Link("a"), new Tag("x", "red"));
        engine.saveEach(all);

        assertThat(engine.deleteEach(all)).isEqualTo(all);

        assertThat(engine.template(LINK).scan().count()).isZero();
        assertThat(engine.template(TAG).scan().count()).isZero();
    }

    @Test
    @DisplayName("E4 an object of no bound model is refused before anything is sent")
    void refusesObjectsOfNoModel() {
        assertThatExceptionOfType(InvalidModel.class).isThrownBy(() -> engine.saveEach(List.of(new Link("a"), "text")));
        assertThat(client.requests()).isEmpty();
    }

    /** An interface whose objects are of classes that the engine does not know. */
    interface Named {
        String name();
    }

    /** One with more columns. */
    interface Titled extends Named {
        String title();
    }

    /** Another one. */
    interface Aged extends Named {}

    private static <T extends Named> ModelDefinition<T> model(Class<T> type) {
        return new ModelDefinition<>(type) {
            {
                column("name", STRING).getter(Named::name).hashKey();
            }

            @Override
            protected T create(Values<T> values) {
                throw new IllegalStateException("nothing is read");
            }
        };
    }

    private record Book(String name, String title) implements Titled {}

    private record Wine(String name, String title) implements Titled, Aged {}

    @Test
    @DisplayName("E4 M27 an object of an interface belongs to the model of the nearest one")
    void savesObjectsOfInterfaces() {
        ModelDefinition<Named> named = model(Named.class);
        ModelDefinition<Titled> titled = model(Titled.class);
        engine.bind(List.of(named, titled));
        engine.saveEach(List.of(new Book("a", "t")));
        assertThat(engine.template(titled).scan().count()).isEqualTo(1);
        assertThat(engine.template(named).scan().count()).isZero();
    }

    @Test
    @DisplayName("E4 M27 an object of several interfaces that are models has to be saved by a template")
    void refusesObjectsOfSeveralInterfaces() {
        engine.bind(List.of(model(Named.class), model(Titled.class), model(Aged.class)));
        client.clear();
        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> engine.saveEach(List.of(new Wine("a", "t"))))
                .withMessageContaining(
                        "Several bound models have this class, so that an object does not tell which is meant: "
                                + "[Model[Aged], Model[Titled]]; use the template of one of them.");
        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E8 objects of different models are loaded together, in place or as new values")
    void loadsObjectsOfDifferentModels() {
        Link stored = new Link("a");
        stored.owner = "me";
        engine.saveEach(List.of(stored, new Tag("x", "red")));
        Link wanted = new Link("a");

        assertThat(engine.loadAll(List.of(new Tag("x", null), wanted), STRONG))
                .containsExactly(new Tag("x", "red"), wanted);
        assertThat(wanted.owner).isEqualTo("me");
    }

    @Test
    @DisplayName("E8 the missing ones of different models are MissingObjects after the others were loaded")
    void reportsMissingObjectsOfDifferentModels() {
        Link stored = new Link("a");
        stored.owner = "me";
        engine.saveEach(List.of(stored));
        Link wanted = new Link("a");
        Link missing = new Link("b");
        Tag tag = new Tag("x", null);

        MissingObjects thrown =
                catchThrowableOfType(MissingObjects.class, () -> engine.loadAll(List.of(missing, tag, wanted), STRONG));

        assertThat(thrown)
                .hasMessage("Not in the table (2 of Link, Tag in table '" + dynamoDb.tableName("Link") + "', '"
                        + dynamoDb.tableName("Tag") + "'): Link(slug=S \"b\"), Tag(name=S \"x\").");
        assertThat(List.<Object>copyOf(thrown.objects())).containsExactly(missing, tag);
        assertThat(wanted.owner).isEqualTo("me");
    }
}
