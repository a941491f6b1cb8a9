package io.bloop.boot;

import static io.bloop.boot.basket.BasketItemModel.BASKET_ITEM;
import static io.bloop.boot.basket.BasketModel.BASKET;
import static io.bloop.boot.basket.EntryModel.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.boot.basket.BasketItem;
import io.bloop.boot.basket.BasketItem.Basket;
import io.bloop.boot.basket.BasketItem.Entry;
import io.bloop.boot.basket.BasketsApplication;
import io.bloop.boot.endpoint.BloopEndpoint;
import io.bloop.boot.endpoint.ModelDescriptor;
import io.bloop.boot.event.ObjectSaved;
import io.bloop.boot.stream.BloopStreamListener;
import io.bloop.boot.stream.StreamListenerRegistry;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.event.EventListener;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An application whose service has the templates of a supertype and of one of its models. */
class SupertypeContextTests {

    private final String prefix = LocalDynamoDb.prefix();

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, BasketsApplication.class)
            .withPropertyValues("bloop.table-name-template=" + prefix + "{table_name}");

    record Service(BloopTemplate<BasketItem> items, BloopTemplate<Entry> entries) {}

    static final class Heard {

        final List<String> events = new CopyOnWriteArrayList<>();

        @EventListener
        void entry(ObjectSaved<Entry> event) {
            events.add("entry " + event.object());
        }

        @EventListener
        void item(ObjectSaved<? extends BasketItem> event) {
            events.add("item of " + event.model().name());
        }
    }

    static final class Changes {

        final List<BasketItem> heard = new CopyOnWriteArrayList<>();

        @BloopStreamListener(id = "baskets", start = BloopStreamListener.TRIM_HORIZON)
        void hear(BasketItem item) {
            heard.add(item);
        }
    }

    @Test
    @DisplayName("P8 the templates of the supertype and of a model are both injected, and know each other's objects")
    void bothTemplatesAreInjected() {
        contextRunner.withBean(Service.class).run(context -> {
            Service service = context.getBean(Service.class);

            service.items().bulk().saveEach(List.of(new Basket("1", "ada"), new Entry("1", "pen")));
            service.entries().save(new Entry("1", "ink"));

            assertThat(service.items()
                            .query()
                            .where(BASKET_ITEM.basketId.eq("1"))
                            .all())
                    .containsExactly(new Basket("1", "ada"), new Entry("1", "ink"), new Entry("1", "pen"));
            assertThat(service.entries().scan().count()).isEqualTo(2);
            assertThat(context.getBean("basketItemTemplate")).isSameAs(service.items());
            assertThat(service.items().model()).isSameAs(BASKET_ITEM);
        });
    }

    @Test
    @DisplayName("P8 the start binds the models of the supertype, and the endpoint tells of them")
    void theEndpointTellsOfTheModels() {
        contextRunner.run(context -> {
            Engine engine = context.getBean(Engine.class);

            assertThat(engine.tables()).containsOnlyKeys(BASKET, ENTRY).containsValue(prefix + "baskets");
            assertThat(new BloopEndpoint(Map.of("engine", engine))
                            .bloop()
                            .engines()
                            .get("engine")
                            .models())
                    .extracting(ModelDescriptor::name)
                    .containsExactly("Basket", "Entry");
        });
    }

    @Test
    @DisplayName("P8 events and validation know the model of an object that is saved by its supertype")
    void eventsAndValidationKnowTheModel() {
        contextRunner.withBean(Service.class).withBean(Heard.class).run(context -> {
            BloopTemplate<BasketItem> items = context.getBean(Service.class).items();

            items.save(new Basket("1", "ada"));
            items.save(new Entry("1", "pen"));
            assertThatExceptionOfType(ConstraintViolationException.class)
                    .isThrownBy(() -> items.save(new Entry("1", "much too long")));

            assertThat(context.getBean(Heard.class).events)
                    .containsExactlyInAnyOrder("item of Basket", "entry Entry[basketId=1, sku=pen]", "item of Entry");
        });
    }

    @Test
    @DisplayName("S10 a listener whose parameter is the supertype hears the objects of its models")
    void streamsKnowTheModel() {
        contextRunner.withBean(Changes.class).withBean(Service.class).run(context -> {
            BloopTemplate<BasketItem> items = context.getBean(Service.class).items();
            items.save(new Basket("1", "ada"));
            items.save(new Entry("1", "pen"));

            StreamListenerRegistry registry = context.getBean(StreamListenerRegistry.class);
            registry.container("baskets").awaitCaughtUp(Duration.ofSeconds(30));

            assertThat(registry.container("baskets").modelNames()).isEqualTo("Basket, Entry");
            assertThat(List.<Object>copyOf(registry.container("baskets").models()))
                    .containsExactly(BASKET, ENTRY);
            assertThat(context.getBean(Changes.class).heard)
                    .containsExactlyInAnyOrder(new Basket("1", "ada"), new Entry("1", "pen"));
        });
    }

    @Test
    @DisplayName("P3 items that nobody claims are counted by a meter of the searches that pass over them")
    void skippedItemsAreCounted() {
        contextRunner
                .withBean(Service.class)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .run(context -> {
                    Service service = context.getBean(Service.class);
                    LocalDynamoDb.client()
                            .putItem(r -> r.tableName(prefix + "baskets")
                                    .item(Map.of(
                                            "PK", AttributeValue.fromS("BASKET#1"),
                                            "SK", AttributeValue.fromS("COUPON#1"))));

                    service.items().query().where(BASKET_ITEM.basketId.eq("1")).all();
                    service.items().query().where(BASKET_ITEM.basketId.eq("1")).count();
                    service.items().scan().all();
                    service.entries().scan().all();

                    MeterRegistry registry = context.getBean(MeterRegistry.class);
                    assertThat(registry.get("bloop.items.skipped")
                                    .tags("bloop.model", "BasketItem", "db.operation.name", "Query")
                                    .tags("db.collection.name", prefix + "baskets", "aws.dynamodb.index_name", "none")
                                    .counter()
                                    .count())
                            .isEqualTo(2);
                    assertThat(registry.get("bloop.items.skipped")
                                    .tags("db.operation.name", "Scan")
                                    .counters())
                            .singleElement()
                            .satisfies(counter -> assertThat(counter.count()).isEqualTo(1));
                });
    }
}
