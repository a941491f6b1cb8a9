package io.bloop.boot.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.links.DailyVisits;
import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinkModel;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class BloopEventAutoConfigurationTests {

    private static final String CUSTOMIZER = "bloopEventsCustomizer";

    private final String prefix = LocalDynamoDb.prefix();

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, LinksApplication.class)
            .withPropertyValues("bloop.table-name-template=" + prefix + "{table_name}");

    @Test
    void listenersHearOfTheObjectsOfTheirOwnModel() {
        contextRunner.withBean(LinkListeners.class).run(context -> {
            BloopTemplate<Link> links = template(context, "linkTemplate");
            BloopTemplate<DailyVisits> visits = template(context, "dailyVisitsTemplate");
            links.save(new Link("docs", "ada"));
            visits.save(new DailyVisits("2026-11-24"));
            Link loaded = links.find("docs").orElseThrow();
            visits.find("2026-11-24").orElseThrow();
            links.delete(loaded);
            visits.delete(new DailyVisits("2026-11-24"));
            assertThat(context.getBean(LinkListeners.class).heard)
                    .containsExactly("saving docs", "saved docs", "loaded docs", "deleting docs", "deleted docs");
        });
    }

    @Test
    void listenersOfAnyTypeHearOfEveryModel() {
        contextRunner.withBean(AllListeners.class).run(context -> {
            template(context, "linkTemplate").save(new Link("docs", "ada"));
            template(context, "dailyVisitsTemplate").save(new DailyVisits("2026-11-24"));
            assertThat(context.getBean(AllListeners.class).heard).containsExactly("Link", "DailyVisits");
        });
    }

    @Test
    void listenersHearOfTheTablesAndModelsThatAreBoundAtTheStart() {
        contextRunner
                .withBean(TableListeners.class)
                .run(context -> assertThat(context.getBean(TableListeners.class).heard)
                        .containsExactly("creating " + prefix + "Link", "verified " + prefix + "Link", "bound Link"));
    }

    @Test
    void whatAListenerThrowsBeforehandPreventsTheWrite() {
        contextRunner.withBean(Veto.class).run(context -> {
            BloopTemplate<Link> links = template(context, "linkTemplate");
            Link link = new Link("docs", "ada");
            assertThatThrownBy(() -> links.save(link)).isSameAs(Veto.REFUSED);
            assertThatThrownBy(() -> links.delete(link)).isSameAs(Veto.REFUSED);
            assertThatThrownBy(() -> links.update("docs")
                            .set(LinkModel.LINK.owner, "bob")
                            .run())
                    .isSameAs(Veto.REFUSED)
                    .hasNoSuppressedExceptions();
            assertThat(LocalDynamoDb.client()
                            .scan(request -> request.tableName(prefix + "Link"))
                            .items())
                    .isEmpty();
        });
    }

    @Test
    void whatAListenerThrowsAfterwardsChangesNothing() {
        contextRunner.withBean(Broken.class).run(context -> {
            BloopTemplate<Link> links = template(context, "linkTemplate");
            links.save(new Link("docs", "ada"));
            assertThat(links.find("docs")).isPresent();
        });
    }

    @Test
    void eachEventNamesTheEngineAndTheModel() {
        contextRunner.withBean(AllListeners.class).run(context -> {
            template(context, "linkTemplate").save(new Link("docs", "ada"));
            ObjectSaved<?> last = context.getBean(AllListeners.class).last;
            assertThat(last.engine()).isSameAs(context.getBean(Engine.class));
            assertThat(last.model()).isSameAs(LinkModel.LINK);
        });
    }

    @Test
    void aBeanOfTheSameNameIsUsedInstead() {
        contextRunner
                .withBean(CUSTOMIZER, EngineBuilderCustomizer.class, () -> builder -> {})
                .withBean(AllListeners.class)
                .run(context -> {
                    template(context, "linkTemplate").save(new Link("docs", "ada"));
                    assertThat(context.getBean(AllListeners.class).heard).isEmpty();
                });
    }

    @Test
    void staysAwayWhereBloopIsDisabledOrItsClientMissing() {
        contextRunner
                .withPropertyValues("bloop.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(CUSTOMIZER));
        new ApplicationContextRunner()
                .withUserConfiguration(LinksApplication.class)
                .withClassLoader(new FilteredClassLoader(DynamoDbClient.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(CUSTOMIZER));
    }

    @SuppressWarnings("unchecked") // the bean's name is that of its model
    private static <T> BloopTemplate<T> template(ApplicationContext context, String name) {
        return (BloopTemplate<T>) context.getBean(name);
    }

    static class LinkListeners {

        final List<String> heard = new CopyOnWriteArrayList<>();

        @EventListener
        void on(ObjectSaving<Link> event) {
            heard.add("saving " + event.object().slug);
        }

        @EventListener
        void on(ObjectSaved<Link> event) {
            heard.add("saved " + event.object().slug);
        }

        @EventListener
        void on(ObjectLoaded<Link> event) {
            heard.add("loaded " + event.object().slug);
        }

        @EventListener
        void on(ObjectDeleting<Link> event) {
            heard.add("deleting " + event.object().slug);
        }

        @EventListener
        void on(ObjectDeleted<Link> event) {
            heard.add("deleted " + event.object().slug);
        }
    }

    static class AllListeners {

        final List<String> heard = new CopyOnWriteArrayList<>();
        volatile ObjectSaved<?> last;

        @EventListener
        void on(ObjectSaved<?> event) {
            heard.add(event.model().name());
            last = event;
        }
    }

    static class TableListeners {

        final List<String> heard = new CopyOnWriteArrayList<>();

        @EventListener
        void on(TableCreating<Link> event) {
            heard.add("creating " + event.table());
        }

        @EventListener
        void on(TableVerified<Link> event) {
            heard.add("verified " + event.table());
        }

        @EventListener
        void on(ModelBound<Link> event) {
            heard.add("bound " + event.model().name());
        }
    }

    static class Veto {

        static final IllegalStateException REFUSED = new IllegalStateException("refused");

        @EventListener({ObjectSaving.class, ObjectDeleting.class, ItemUpdating.class})
        void refuse() {
            throw REFUSED;
        }
    }

    static class Broken {

        @EventListener({ObjectSaved.class, ObjectLoaded.class})
        void fail() {
            throw new IllegalStateException("too late");
        }
    }
}
