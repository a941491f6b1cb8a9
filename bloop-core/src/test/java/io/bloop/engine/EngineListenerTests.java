package io.bloop.engine;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bloop.engine.ManyObjectsTests.Tag;
import io.bloop.engine.ManyObjectsTests.TagModel;
import io.bloop.model.ModelDefinition;
import io.bloop.request.ConstraintViolation;
import io.bloop.table.BindMode;
import io.bloop.table.TableMismatch;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.transaction.PreparedTransaction;
import io.bloop.transaction.TransactionCancelled;
import io.bloop.write.Sync;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

class EngineListenerTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Heard heard = new Heard();
    private Engine engine;
    private BloopTemplate<Link> links;

    @BeforeEach
    void bind() {
        engine = dynamoDb.engineBuilder().listener(heard).build();
        links = engine.template(LINK);
        engine.bind(List.of(LINK));
    }

    private Link stored(String slug) {
        Link link = dynamoDb.engine().template(LINK).insert(new Link(slug));
        heard.take();
        return link;
    }

    @Test
    @DisplayName("V a table is announced before it is created, when it was verified, and when its model is bound")
    void hearsOfTables() {
        String table = dynamoDb.tableName("Link");

        assertThat(heard.take())
                .containsExactly(
                        "beforeCreate " + table + " for Link",
                        "afterVerify " + table + " for Link",
                        "afterBind Link true");
    }

    @Test
    @DisplayName("V a table that is there is verified and not created, and one that is not looked at is only bound")
    void hearsOfTablesThatAreThere() {
        heard.take();

        dynamoDb.engineBuilder().listener(heard).build().bind(List.of(LINK));
        dynamoDb.engineBuilder().bindMode(BindMode.NONE).listener(heard).build().bind(List.of(LINK));

        assertThat(heard.take())
                .containsExactly(
                        "afterVerify " + dynamoDb.tableName("Link") + " for Link",
                        "afterBind Link true",
                        "afterBind Link true");
    }

    @Test
    @DisplayName("V a listener may use a model as soon as its table was verified")
    void usesVerifiedModels() {
        Engine other = dynamoDb.engineBuilder()
                .listener(new EngineListener<>() {
                    @Override
                    public void afterVerify(Engine engine, ModelDefinition<?> model, String table) {
                        engine.template(LINK).insert(new Link("seed"));
                    }
                })
                .build();

        assertTimeoutPreemptively(PATIENCE, () -> other.bind(List.of(LINK)));

        assertThat(links.find("seed", STRONG)).isPresent();
    }

    @Test
    @DisplayName("V a model cannot be used before its table is created, which is said and fails the binding")
    void usesNoModelsBeforeTheyAreBound() {
        Engine other = dynamoDb.engineBuilder()
                .tableNames((model, name) -> dynamoDb.tableName("early"))
                .listener(new EngineListener<>() {
                    @Override
                    public void beforeCreate(Engine engine, ModelDefinition<?> model, String table) {
                        engine.template(LINK).find("a");
                    }
                })
                .build();

        assertThatIllegalStateException()
                .isThrownBy(() -> assertTimeoutPreemptively(PATIENCE, () -> other.bind(List.of(LINK))))
                .withMessage("A listener cannot have [Link] bound while tables are being bound; use the models in "
                        + "afterBind().");
        assertThat(other.tables()).isEmpty();
    }

    @Test
    @DisplayName("V a table that does not match is neither verified nor bound")
    void hearsNothingOfWrongTables() {
        heard.take();
        Engine other = dynamoDb.engineBuilder()
                .listener(heard)
                .settings(LINK, t -> t.units(7L, 7L))
                .build();

        assertThatThrownBy(() -> other.bind(List.of(LINK))).isInstanceOf(TableMismatch.class);

        assertThat(heard.take()).isEmpty();
    }

    @Test
    @DisplayName("V a listener sees engine, model and object before and after each save, insert and replace")
    void hearsOfSaves() {
        Link link = new Link("a");
        heard.take();

        links.save(link);
        links.replace(link);
        links.insert(new Link("b"));

        assertThat(heard.engines).allMatch(engine::equals);
        assertThat(heard.objects.subList(0, 4)).allMatch(object -> object == link);
        assertThat(heard.take())
                .containsExactly(
                        "beforeSave Link a",
                        "afterSave Link a",
                        "beforeSave Link a",
                        "afterSave Link a",
                        "beforeSave Link b",
                        "afterSave Link b");
    }

    @Test
    @DisplayName("V what a listener changes before a save is saved")
    void savesWhatListenersChange() {
        BloopTemplate<Link> owned = dynamoDb.engineBuilder()
                .listener(LINK, new EngineListener<>() {
                    @Override
                    public void beforeSave(Engine engine, ModelDefinition<? extends Link> model, Link link) {
                        link.owner = "listener";
                    }
                })
                .build()
                .template(LINK);

        owned.save(new Link("a"));

        assertThat(links.find("a").orElseThrow().owner).isEqualTo("listener");
    }

    @Test
    @DisplayName("V a save that has nothing to send is announced, and not said to be done")
    void saysNothingOfUnsentSaves() {
        Link link = links.insert(new Link("a"));
        heard.take();

        links.save(link);

        assertThat(heard.take()).containsExactly("beforeSave Link a");
    }

    @Test
    @DisplayName("V a write that fails is not said to be done")
    void saysNothingOfFailures() {
        Link link = stored("a");

        assertThatThrownBy(() -> links.insert(link)).isInstanceOf(ConstraintViolation.class);
        assertThatThrownBy(() -> links.delete(link, onlyIf(LINK.owner.exists())))
                .isInstanceOf(ConstraintViolation.class);
        assertThatThrownBy(() -> engine.writeTransaction(tx -> tx.insert(link)))
                .isInstanceOf(TransactionCancelled.class);

        assertThat(heard.take())
                .containsExactly("beforeSave Link a", "beforeDelete Link(slug=S \"a\") a", "beforeSave Link a");
    }

    @Test
    @DisplayName("V a listener sees each deletion, by an object or by its key")
    void hearsOfDeletions() {
        Link link = stored("a");
        String key = LINK.key("a").toString();

        links.delete(link);
        links.deleteByKey(LINK.key("a"));

        assertThat(heard.take())
                .containsExactly(
                        "beforeDelete " + key + " a",
                        "afterDelete " + key + " a",
                        "beforeDelete " + key + " null",
                        "afterDelete " + key + " null");
    }

    @Test
    @DisplayName("V an object is loaded once by find, load, batches, searches, read transactions and updates")
    void hearsOfLoads() {
        Link link = stored("a");
        List<Runnable> loads = List.of(
                () -> links.find("a"),
                () -> links.load(link),
                () -> links.loadAll(List.of(link)),
                () -> links.findAll(List.of(LINK.key("a"))),
                () -> assertThat(links.findEach(List.of(LINK.key("a")), STRONG)).hasSize(1),
                () -> links.query().where(LINK.slug.eq("a")).all(),
                () -> links.scan().all(),
                () -> links.scan().parallel(1).all(),
                () -> engine.loadAll(List.of(link), STRONG),
                () -> engine.readTransaction(tx -> tx.find(LINK.key("a"))));

        for (Runnable load : loads) {
            load.run();
            assertThat(heard.take()).containsExactly("afterLoad Link a");
        }
        links.update("a").add(LINK.clicks, 1L).returnNew();
        assertThat(heard.take()).containsExactly("beforeUpdate Link(slug=S \"a\") [ADD clicks=1]", "afterLoad Link a");
    }

    @Test
    @DisplayName("V what was taken over from an item that is no more is not said to be loaded")
    void saysNothingOfOldValues() {
        Link link = stored("a");

        links.update("a").add(LINK.clicks, 1L).returnOld();
        links.delete(link, sync(Sync.OLD));

        assertThat(heard.take()).noneMatch(word -> word.startsWith("afterLoad"));
    }

    @Test
    @DisplayName("V every action of an update whose value is known is told before it is sent, with its path")
    void hearsOfUpdates() {
        stored("a");
        links.update("a").set(LINK.owner, "me");
        assertThat(heard.take()).isEmpty();

        links.update("a")
                .set(LINK.target, URI.create("https://a.b"))
                .setIfAbsent(LINK.owner, "me")
                .remove(LINK.score)
                .add(LINK.clicks, 1L)
                .add(LINK.tags, Set.of("docs"))
                .append(LINK.notes, List.of("last"))
                .setFrom(LINK.createdOn, LINK.createdOn)
                .run();
        links.update("a")
                .delete(LINK.tags, Set.of("docs"))
                .prepend(LINK.notes, List.of("first"))
                .run();
        links.update("a").set(LINK.notes.at(0), "1").remove(LINK.notes.at(1)).run();

        assertThat(heard.take())
                .containsExactly(
                        "beforeUpdate Link(slug=S \"a\") [SET target=https://a.b, SET_IF_ABSENT owner=me,"
                                + " REMOVE score=null, ADD clicks=1, ADD tags=[docs], APPEND notes=[last]]",
                        "beforeUpdate Link(slug=S \"a\") [DELETE tags=[docs], PREPEND notes=[first]]",
                        "beforeUpdate Link(slug=S \"a\") [SET notes[0]=1, REMOVE notes[1]=null]");
    }

    @Test
    @DisplayName("V bulk calls announce each object, and say which were done")
    void hearsOfBulk() {
        Link a = new Link("a");
        Link b = new Link("b");
        heard.take();

        links.bulk().sideBySide(1).replaceAll(List.of(a, b));
        assertThat(heard.take())
                .containsExactly("beforeSave Link a", "beforeSave Link b", "afterSave Link a", "afterSave Link b");
        a.owner = "me";
        links.bulk().saveEach(List.of(a));
        engine.saveEach(List.of(new Link("c")));
        assertThat(heard.take())
                .containsExactly("beforeSave Link a", "afterSave Link a", "beforeSave Link c", "afterSave Link c");
        links.bulk().deleteAll(List.of(a));
        links.bulk().deleteEach(List.of(b));
        engine.deleteEach(List.of(new Link("c")));
        assertThat(heard.take().stream().map(word -> word.replaceAll(" Link.* ", " ")))
                .containsExactly(
                        "beforeDelete a",
                        "afterDelete a",
                        "beforeDelete b",
                        "afterDelete b",
                        "beforeDelete c",
                        "afterDelete c");
    }

    @Test
    @DisplayName(
            "V a transaction announces an operation when it is added, and says after the commit what was done, once")
    void hearsOfTransactions() {
        Link deleted = stored("deleted");
        PreparedTransaction prepared = engine.prepareTransaction(tx -> tx.insert(new Link("a"))
                .delete(deleted)
                .update(links.update("b").set(LINK.owner, "me"))
                .check(new Link("c"), LINK.slug.notExists()));
        assertThat(heard.take())
                .containsExactly(
                        "beforeSave Link a",
                        "beforeDelete Link(slug=S \"deleted\") deleted",
                        "beforeUpdate Link(slug=S \"b\") [SET owner=me]");

        prepared.commit();
        prepared.commit();

        assertThat(heard.take()).containsExactly("afterSave Link a", "afterDelete Link(slug=S \"deleted\") deleted");
    }

    @Test
    @DisplayName("V a listener that is limited to a model hears of no other")
    void limitsListenersToAModel() {
        List<String> told = new ArrayList<>();
        Engine limited = dynamoDb.engineBuilder()
                .listener(TagModel.TAG, new EngineListener<>() {
                    @Override
                    public void afterSave(Engine engine, ModelDefinition<? extends Tag> model, Tag tag) {
                        told.add(tag.name());
                    }
                })
                .build();
        limited.bind(List.of(LINK, TagModel.TAG));

        limited.saveEach(List.of(new Link("a"), new Tag("x", "red")));

        assertThat(told).containsExactly("x");
    }

    @Test
    @DisplayName("V a listener that throws afterwards is reported without values, undoes nothing, and hides no other")
    void reportsListenersThatThrow() {
        Logger logger = (Logger) LoggerFactory.getLogger(EngineListener.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            BloopTemplate<Link> failing = dynamoDb.engineBuilder()
                    .listener(LINK, new Failing())
                    .listener(heard)
                    .build()
                    .template(LINK);
            failing.find("none");
            heard.take();

            Link link = failing.save(new Link("a"));
            link.owner = "me";
            failing.save(link);

            assertThat(heard.take()).contains("afterSave Link a");
        } finally {
            logger.detachAppender(log);
        }
        assertThat(dynamoDb.item("Link", LINK.key("a").attributes())).containsKey("owner");
        assertThat(log.list).hasSize(2).allSatisfy(event -> {
            assertThat(event.getFormattedMessage())
                    .startsWith("A listener has failed in afterSave of Model[Link], which stays done: "
                            + Failing.class.getName() + " threw java.lang.IllegalStateException at "
                            + Failing.class.getName() + ".afterSave(EngineListenerTests.java:")
                    .endsWith("; set this logger to TRACE for its message");
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    private static final class Failing implements EngineListener<Link> {

        @Override
        public void afterSave(Engine engine, ModelDefinition<? extends Link> model, Link link) {
            throw new IllegalStateException("a secret value");
        }
    }

    @Test
    @DisplayName("V a builder that goes on after build() gives the engine no more listeners")
    void keepsItsListeners() {
        EngineBuilder builder = dynamoDb.engineBuilder();
        Engine silent = builder.build();
        builder.listener(heard);
        heard.take();

        silent.template(LINK).save(new Link("a"));

        assertThat(heard.take()).isEmpty();
        assertThat(Map.copyOf(silent.tables())).containsOnlyKeys(LINK);
    }
}
