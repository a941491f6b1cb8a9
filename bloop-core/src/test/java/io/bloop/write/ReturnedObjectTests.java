package io.bloop.write;

import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.write.WriteOptions.clear;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.BaseModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Covers objects that were loaded, left the JVM or were copied, and come back without what they remembered. */
@BothClients
class ReturnedObjectTests {

    private static final PageModel PAGE = new PageModel();

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private BloopTemplate<Page> pages;

    private static final class Page extends BaseModel implements Serializable {

        private static final long serialVersionUID = 1L;

        private String id;
        private String text;
        private String topic;
        private long version;
    }

    private static final class PageModel extends ModelDefinition<Page> {

        private final StringColumn<Page, String> topic =
                column("topic", STRING).getter(p -> p.topic).setter((p, v) -> p.topic = v);

        PageModel() {
            super(Page.class);
            StringColumn<Page, String> id = column("id", STRING)
                    .getter(p -> p.id)
                    .setter((p, v) -> p.id = v)
                    .hashKey();
            StringColumn<Page, String> text =
                    column("text", STRING).getter(p -> p.text).setter((p, v) -> p.text = v);
            NumberColumn<Page, Long> version = column("version", LONG.orElse(0L))
                    .getter(p -> p.version)
                    .setter((p, v) -> p.version = v)
                    .version();
            assertThat(List.of(id, text, version)).doesNotContainNull();
        }

        @Override
        protected Page create(Values<Page> values) {
            return new Page();
        }
    }

    @BeforeEach
    void store() {
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(PAGE));
        pages = engine.template(PAGE);
        Page page = new Page();
        page.id = "a";
        page.text = "one";
        page.topic = "news";
        pages.insert(page);
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of("Java serialisation", (UnaryOperator<Page>) ReturnedObjectTests::serialised),
                // as JSON does: a new object with the values of the members
                Arguments.of("copied members", (UnaryOperator<Page>) ReturnedObjectTests::copied));
    }

    private static Page serialised(Page page) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(page);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (Page) in.readObject();
            }
        } catch (IOException | ClassNotFoundException ex) {
            throw new AssertionError(ex);
        }
    }

    private static Page copied(Page page) {
        Page copy = new Page();
        copy.id = page.id;
        copy.text = page.text;
        copy.topic = page.topic;
        copy.version = page.version;
        return copy;
    }

    private Page returned(UnaryOperator<Page> way) {
        Page page = way.apply(pages.find("a").orElseThrow());
        assertThat(page.version).isEqualTo(1);
        page.text = "two";
        page.topic = null;
        return page;
    }

    private Map<String, AttributeValue> raw() {
        return dynamoDb.item("Page", Map.of("id", fromS("a")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    @DisplayName(
            "E4 a null member of an object that came back without its memory says nothing, although it has a version")
    void aNullMemberSaysNothing(String name, UnaryOperator<Page> way) {
        pages.save(returned(way));

        assertThat(raw())
                .containsEntry("text", fromS("two"))
                .containsEntry("topic", fromS("news"))
                .containsEntry("version", fromN("2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    @DisplayName("E4 replace writes the null members of an object that came back, and checks its version")
    void replaceWritesNullMembers(String name, UnaryOperator<Page> way) {
        pages.replace(returned(way));

        assertThat(raw())
                .containsEntry("text", fromS("two"))
                .doesNotContainKey("topic")
                .containsEntry("version", fromN("2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    @DisplayName("E4 a save that names the columns writes the null members of an object that came back")
    void aSaveWithNamedColumnsWritesNullMembers(String name, UnaryOperator<Page> way) {
        pages.save(returned(way), clear(PAGE.topic));

        assertThat(raw())
                .containsEntry("text", fromS("two"))
                .doesNotContainKey("topic")
                .containsEntry("version", fromN("2"));
    }
}
