package io.bloop.engine;

import static io.bloop.read.Consistency.EVENTUAL;
import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bloop.InvalidArgument;
import io.bloop.model.InvalidKey;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.read.Consistency;
import io.bloop.settings.Units;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.Types;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArgumentTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private Engine engine;
    private BloopTemplate<Link> links;

    /** Another definition of the same class. */
    private static final class OtherModel extends ModelDefinition<Link> {

        final StringColumn<Link, String> slug = column("slug", Types.STRING)
                .getter(l -> l.slug)
                .setter((l, v) -> l.slug = v)
                .hashKey();

        private OtherModel() {
            super(Link.class, "Other");
        }

        @Override
        protected Link create(Values<Link> values) {
            return new Link();
        }
    }

    private static final Key<Link> KEY = LINK.key("a");
    private static final Key<Link> FOREIGN = new OtherModel().keyOf("a");

    @BeforeEach
    void bind() {
        client = dynamoDb.intercept();
        engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
        client.clear();
    }

    @AfterEach
    void nothingWasSent() {
        assertThat(client.requests()).isEmpty();
    }

    private static Arguments read(String name, Consumer<BloopTemplate<Link>> call, String message) {
        return Arguments.of(name, call, message);
    }

    /** Hides from the compiler that a value is of another class, as raw types do. */
    @SuppressWarnings("unchecked")
    private static <T> T as(Object value) {
        return (T) value;
    }

    static Stream<Arguments> reads() {
        String foreign = "has to be a key of Link, and is Other(slug=S \"a\") of another definition.";
        return Stream.of(
                read(
                        "find((Key) null)",
                        links -> links.find((Key<Link>) null),
                        "find() of Link: 'key' has to be a key of Link, and is null."),
                read(
                        "find((Key) null, EVENTUAL)",
                        links -> links.find((Key<Link>) null, EVENTUAL),
                        "find() of Link: 'key' has to be a key of Link, and is null."),
                read(
                        "find(key of another definition)",
                        links -> links.find(FOREIGN),
                        "find() of Link: 'key' " + foreign),
                read(
                        "find(key, null)",
                        links -> links.find(KEY, (Consistency) null),
                        "find() of Link: 'consistency' has to be EVENTUAL or STRONG, and is null."),
                read(
                        "find(value, null)",
                        links -> links.find((Object) "a", (Consistency) null),
                        "find() of Link: 'consistency' has to be EVENTUAL or STRONG, and is null."),
                read(
                        "findAll(null)",
                        links -> links.findAll(null),
                        "findAll() of Link: 'keys' has to be a collection of keys, and is null."),
                read(
                        "findAll(keys, null)",
                        links -> links.findAll(List.of(KEY), null),
                        "findAll() of Link: 'consistency' has to be EVENTUAL or STRONG, and is null."),
                read(
                        "findAll([key, null])",
                        links -> links.findAll(Arrays.asList(KEY, null)),
                        "findAll() of Link: 'keys' has to be a key of Link, and is null."),
                read(
                        "findAll([key of another definition])",
                        links -> links.findAll(List.of(KEY, FOREIGN)),
                        "findAll() of Link: 'keys' " + foreign),
                read(
                        "findAll(texts)",
                        links -> links.findAll(as(List.of("a"))),
                        "findAll() of Link: 'keys' has to be a key of Link, and is an object of java.lang.String."),
                read(
                        "findEach(null)",
                        links -> links.findEach(null, EVENTUAL),
                        "findEach() of Link: 'keys' has to be an iterable of keys, and is null."),
                read(
                        "findEach(keys, null)",
                        links -> links.findEach(List.of(KEY), null),
                        "findEach() of Link: 'consistency' has to be EVENTUAL or STRONG, and is null."),
                read(
                        "findEach([null])",
                        links -> links.findEach(Collections.singleton(null), EVENTUAL)
                                .toList(),
                        "findEach() of Link: 'keys' has to be a key of Link, and is null."),
                read(
                        "findEach([key of another definition])",
                        links -> links.findEach(List.of(FOREIGN), EVENTUAL).toList(),
                        "findEach() of Link: 'keys' " + foreign),
                read(
                        "load(null)",
                        links -> links.load(null),
                        "load() of Link: 'object' has to be an object of io.bloop.testing.Link, and is null."),
                read(
                        "load(object of another class)",
                        links -> raw(links).load("text"),
                        "load() of Link: 'object' has to be an object of io.bloop.testing.Link, and is an object of "
                                + "java.lang.String."),
                read(
                        "load(object, null)",
                        links -> links.load(new Link("a"), null),
                        "load() of Link: 'consistency' has to be EVENTUAL or STRONG, and is null."),
                read(
                        "loadAll(null)",
                        links -> links.loadAll(null),
                        "loadAll() of Link: 'objects' has to be a collection of objects, and is null."),
                read(
                        "loadAll([object, null])",
                        links -> links.loadAll(Arrays.asList(new Link("a"), null)),
                        "loadAll() of Link: 'objects' has to be an object of io.bloop.testing.Link, and is null."),
                read(
                        "loadAll(texts)",
                        links -> links.loadAll(as(List.of("a"))),
                        "loadAll() of Link: 'objects' has to be an object of io.bloop.testing.Link, and is an object "
                                + "of java.lang.String."),
                read(
                        "loadAll(objects, null)",
                        links -> links.loadAll(List.of(new Link("a")), null),
                        "loadAll() of Link: 'consistency' has to be EVENTUAL or STRONG, and is null."));
    }

    /** Hides the class of the objects from the compiler, as raw types do. */
    private static BloopTemplate<Object> raw(BloopTemplate<?> template) {
        return as(template);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    @DisplayName("E21 a wrong argument of a read is refused, and nothing is sent")
    void refusesWrongArgumentsOfReads(String name, Consumer<BloopTemplate<Link>> call, String message) {
        assertThat(catchThrowable(() -> call.accept(links)))
                .isExactlyInstanceOf(InvalidArgument.class)
                .hasMessage(message);
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                read("find()", links -> links.find(), "[]"),
                read("find((Object[]) null)", links -> links.find((Object[]) null), "null"),
                read("find((Object) null)", links -> links.find((Object) null), "[null]"),
                read("find(number)", links -> links.find(1), "[Integer]"),
                read("find(hash, range)", links -> links.find("a", "b"), "[String, String]"),
                read("find(hash, range, EVENTUAL)", links -> links.find("a", "b", EVENTUAL), "[String, String]"),
                read("find(null, EVENTUAL)", links -> links.find((Object) null, EVENTUAL), "[null]"),
                read("find(empty)", links -> links.find(""), "an empty value for slug"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    @DisplayName("E21 values that make no key are InvalidKey with the right form")
    void refusesValuesThatMakeNoKey(String name, Consumer<BloopTemplate<Link>> call, String found) {
        assertThat(catchThrowable(() -> call.accept(links)))
                .isExactlyInstanceOf(InvalidKey.class)
                .hasMessage("Cannot make a key of Link: expected [slug (String)], found " + found + ".");
    }

    private static Arguments call(String name, Consumer<Engine> call, String message) {
        return Arguments.of(name, call, message);
    }

    static Stream<Arguments> calls() {
        String bound = "'objects' has to be an object of a bound model, and is null.";
        return Stream.of(
                call(
                        "bind(null)",
                        engine -> engine.bind(null),
                        "bind(): 'models' has to be a collection of models, and is null."),
                call(
                        "bind([model, null])",
                        engine -> engine.bind(Arrays.asList(LINK, null)),
                        "bind(): 'models' has to be a model, and is null."),
                call(
                        "template(null)",
                        engine -> engine.template(null),
                        "template(): 'model' has to be a model, and is null."),
                call(
                        "new BloopTemplate(engine, null)",
                        engine -> new BloopTemplate<>(engine, null),
                        "template(): 'model' has to be a model, and is null."),
                call(
                        "new BloopTemplate(null, model)",
                        engine -> new BloopTemplate<>(null, LINK),
                        "template(): 'engine' has to be an engine, and is null."),
                call(
                        "loadAll(null)",
                        engine -> engine.loadAll(null),
                        "loadAll(): 'objects' has to be a collection of objects, and is null."),
                call(
                        "loadAll([object, null])",
                        engine -> engine.loadAll(Arrays.asList(new Link("a"), null)),
                        "loadAll(): " + bound),
                call(
                        "loadAll(objects, null)",
                        engine -> engine.loadAll(List.of(new Link("a")), null),
                        "loadAll(): 'consistency' has to be EVENTUAL or STRONG, and is null."),
                call(
                        "saveEach(null)",
                        engine -> engine.saveEach(null),
                        "saveEach(): 'objects' has to be a collection of objects, and is null."),
                call(
                        "saveEach([object, null])",
                        engine -> engine.saveEach(Arrays.asList(new Link("a"), null)),
                        "saveEach(): " + bound),
                call(
                        "deleteEach(null)",
                        engine -> engine.deleteEach(null),
                        "deleteEach(): 'objects' has to be a collection of objects, and is null."),
                call(
                        "deleteEach([object, null])",
                        engine -> engine.deleteEach(Arrays.asList(new Link("a"), null)),
                        "deleteEach(): " + bound),
                call(
                        "readTransaction(null)",
                        engine -> engine.readTransaction(null),
                        "readTransaction(): 'items' has to be a function that adds the items, and is null."),
                call(
                        "writeTransaction(null)",
                        engine -> engine.writeTransaction(null),
                        "writeTransaction(): 'operations' has to be a function that adds the operations, and is "
                                + "null."),
                call(
                        "prepareTransaction(null)",
                        engine -> engine.prepareTransaction(null),
                        "prepareTransaction(): 'operations' has to be a function that adds the operations, and is "
                                + "null."),
                call(
                        "builder(null)",
                        engine -> Engine.builder(null),
                        "builder(): 'client' has to be a DynamoDB client, and is null."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    @DisplayName("E21 a wrong argument of an engine is refused, and nothing is sent")
    void refusesWrongArgumentsOfAnEngine(String name, Consumer<Engine> call, String message) {
        assertThat(catchThrowable(() -> call.accept(engine)))
                .isExactlyInstanceOf(InvalidArgument.class)
                .hasMessage(message);
    }

    private static Arguments built(String name, UnaryOperator<EngineBuilder> call, String argument, String expected) {
        return Arguments.of(name, call, argument, expected);
    }

    static Stream<Arguments> builderCalls() {
        return Stream.of(
                built("tableNames", b -> b.tableNames(null), "tableNames", "a function that names tables"),
                built("bindMode", b -> b.bindMode(null), "bindMode", "one of [CREATE, VALIDATE, PLAN, UPDATE, NONE]"),
                built("bindTimeout", b -> b.bindTimeout(null), "bindTimeout", "a time of more than 0"),
                built("settings", b -> b.settings(null, s -> s), "model", "a model"),
                built("settings", b -> b.settings(LINK, null), "override", "a function that changes settings"),
                built("indexUnits", b -> b.indexUnits(null, "byOwner", Units.UNSET), "model", "a model"),
                built("indexUnits", b -> b.indexUnits(LINK, null, Units.UNSET), "index", "the name of a global index"),
                built("indexUnits", b -> b.indexUnits(LINK, "byOwner", null), "units", "units"),
                built("clock", b -> b.clock(null), "clock", "a clock"),
                built("requestLimit", b -> b.requestLimit(null), "requestLimit", "a limit"),
                built("observer", b -> b.observer(null), "observer", "an observer"),
                built("listener", b -> b.listener(null), "listener", "a listener"),
                built("listener", b -> b.listener(LINK, null), "listener", "a listener"),
                built("listener", b -> b.listener(null, new EngineListener<Link>() {}), "model", "a model"),
                built("executor", b -> b.executor(null), "executor", "an executor"),
                built("taskDecorator", b -> b.taskDecorator(null), "decorator", "a decorator"));
    }

    @ParameterizedTest(name = "{0} without {2}")
    @MethodSource("builderCalls")
    @DisplayName("E21 null is refused by the builder of an engine")
    void refusesNullInABuilder(String method, UnaryOperator<EngineBuilder> call, String argument, String expected) {
        assertThat(catchThrowable(() -> call.apply(dynamoDb.engineBuilder())))
                .isExactlyInstanceOf(InvalidArgument.class)
                .hasMessage(method + "(): '" + argument + "' has to be " + expected + ", and is null.");
    }

    @Test
    @DisplayName("E21 a time of 0 to bind in is refused")
    void refusesNoTimeToBindIn() {
        assertThat(catchThrowable(() -> dynamoDb.engineBuilder().bindTimeout(Duration.ZERO)))
                .isExactlyInstanceOf(InvalidArgument.class)
                .hasMessage("bindTimeout(): 'bindTimeout' has to be a time of more than 0, and is PT0S.");
    }
}
