package io.bloop.engine;

import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.testing.Mappings.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.bound.UpdateAction;
import io.bloop.bulk.BulkFailed;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VetoTests {

    private static final class Veto extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Vetoes whatever is done to objects. */
    private static final class Objector implements EngineListener<Object> {

        @Override
        public void beforeSave(Engine engine, ModelDefinition<?> model, Object object) {
            throw new Veto();
        }

        @Override
        public void beforeDelete(Engine engine, Key<?> key, Object object) {
            throw new Veto();
        }

        @Override
        public void beforeUpdate(Engine engine, Key<?> key, List<? extends UpdateAction<?>> actions) {
            throw new Veto();
        }
    }

    enum Write {
        SAVE(s -> s.links.save(s.link)),
        INSERT(s -> s.links.insert(s.link)),
        REPLACE(s -> s.links.replace(s.link)),
        DELETE(s -> s.links.delete(s.link)),
        DELETE_BY_KEY(s -> s.links.deleteByKey(LINK.key("a"))),
        UPDATE(s -> s.links.update("a").set(LINK.owner, "other").run()),
        TRANSACTION_SAVE(s -> s.engine.writeTransaction(tx -> tx.save(s.link))),
        TRANSACTION_INSERT(s -> s.engine.writeTransaction(tx -> tx.insert(s.link))),
        TRANSACTION_DELETE(s -> s.engine.writeTransaction(tx -> tx.delete(s.link))),
        TRANSACTION_UPDATE(s ->
                s.engine.writeTransaction(tx -> tx.update(s.links.update("a").set(LINK.owner, "other"))));

        private final Consumer<VetoTests> act;

        Write(Consumer<VetoTests> act) {
            this.act = act;
        }
    }

    enum Many {
        REPLACE_ALL(s -> s.links.bulk().replaceAll(List.of(s.link))),
        DELETE_ALL(s -> s.links.bulk().deleteAll(List.of(s.link))),
        SAVE_EACH(s -> s.links.bulk().saveEach(List.of(s.link))),
        DELETE_EACH(s -> s.links.bulk().deleteEach(List.of(s.link))),
        ENGINE_SAVE_EACH(s -> s.engine.saveEach(List.of(s.link))),
        ENGINE_DELETE_EACH(s -> s.engine.deleteEach(List.of(s.link)));

        private final Consumer<VetoTests> act;

        Many(Consumer<VetoTests> act) {
            this.act = act;
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private Engine engine;
    private BloopTemplate<Link> links;
    private Link link;

    @BeforeEach
    void bind() {
        client = dynamoDb.intercept();
        engine =
                dynamoDb.engineBuilder(client.client()).listener(new Objector()).build();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
        dynamoDb.engine().template(LINK).insert(new Link("a"));
        link = links.find("a").orElseThrow();
        link.owner = "me";
        client.clear();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("V a veto reaches the caller as it is, nothing is sent, and the object still counts as changed")
    void vetoesWrites(Write write) {
        assertThatThrownBy(() -> write.act.accept(this)).isInstanceOf(Veto.class);

        assertUntouched();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("V a veto stops a call with many objects, which says that the object is left")
    void vetoesManyWrites(Many many) {
        BulkFailed failed = catchThrowableOfType(BulkFailed.class, () -> many.act.accept(this));

        assertThat(failed).hasCauseInstanceOf(Veto.class);
        assertThat(failed.done()).isZero();
        assertThat(List.<Object>copyOf(failed.left())).containsExactly(link);
        assertUntouched();
    }

    private void assertUntouched() {
        assertThat(client.requests()).isEmpty();
        assertThat(dynamoDb.item("Link", LINK.key("a").attributes())).doesNotContainKey("owner");
        assertThat(link.owner).isEqualTo("me");
        assertThat(link.baseline().remembered(engine.bound(LINK))).isNotNull();
        assertThat(mapping(LINK).changes(link, engine.bound(LINK)).isEmpty()).isFalse();
    }

    @Test
    @DisplayName("V a veto of one operation of a transaction is a veto of all")
    void vetoesWholeTransactions() {
        Engine picky = dynamoDb.engineBuilder(client.client())
                .listener(LINK, new EngineListener<>() {
                    @Override
                    public void beforeDelete(Engine engine, Key<? extends Link> key, Link object) {
                        throw new Veto();
                    }
                })
                .build();
        picky.bind(List.of(LINK));
        client.clear();

        assertThatThrownBy(() ->
                        picky.writeTransaction(tx -> tx.insert(new Link("b")).delete(link)))
                .isInstanceOf(Veto.class);

        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("V a veto of a table fails the binding, and nothing is created")
    void vetoesTables() {
        Engine other = dynamoDb.engineBuilder()
                .tableNames((model, name) -> dynamoDb.tableName("vetoed"))
                .listener(new EngineListener<>() {
                    @Override
                    public void beforeCreate(Engine engine, ModelDefinition<?> model, String table) {
                        throw new Veto();
                    }
                })
                .build();

        assertThatThrownBy(() -> other.bind(List.of(LINK))).isInstanceOf(Veto.class);

        assertThat(other.tables()).isEmpty();
        assertThat(dynamoDb.client().listTables().tableNames()).doesNotContain(dynamoDb.tableName("vetoed"));
    }
}
