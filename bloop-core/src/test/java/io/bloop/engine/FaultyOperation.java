package io.bloop.engine;

import static io.bloop.item.Consistency.STRONG;
import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.Link;
import io.bloop.transaction.PreparedTransaction;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Is an operation of the engine that is run under faults.
 *
 * @param name the operation in words
 * @param request the API operation that the fault is laid on
 * @param prepare stores and loads what the operation needs, without faults
 * @param act does it
 * @param isDone tells by the stored items whether it was applied; always so for a read
 * @param isRepeatable whether doing it again after a lost answer leads to the same end
 */
record FaultyOperation(
        String name,
        String request,
        Consumer<Scene> prepare,
        Consumer<Scene> act,
        Predicate<Scene> isDone,
        boolean isRepeatable) {

    /** Is where an operation runs: with items and objects of its own. */
    static final class Scene {

        final Engine engine;
        final BloopTemplate<Link> links;
        final Engine unbound;
        final String slug;
        final Function<String, Map<String, AttributeValue>> stored;
        Link link;
        PreparedTransaction prepared;

        Scene(Engine engine, Engine unbound, String slug, Function<String, Map<String, AttributeValue>> stored) {
            this.engine = engine;
            this.links = engine.template(LINK);
            this.unbound = unbound;
            this.slug = slug;
            this.stored = stored;
            this.link = new Link(slug);
            this.link.owner = "new";
        }

        void storeAndLoad() {
            links.insert(link);
            link = links.find(LINK.key(slug), STRONG).orElseThrow();
        }

        void edit() {
            storeAndLoad();
            link.owner = "edited";
            link.tags.add("edited");
        }

        boolean isStored() {
            return !stored.apply(slug).isEmpty();
        }

        boolean isOwnedBy(String owner) {
            return AttributeValue.fromS(owner).equals(stored.apply(slug).get("owner"));
        }
    }

    static List<FaultyOperation> all() {
        return List.of(
                write(
                        "save of a new object",
                        "UpdateItem",
                        scene -> {},
                        s -> s.links.save(s.link),
                        s -> s.isOwnedBy("new")),
                write(
                        "save of a loaded object",
                        "UpdateItem",
                        Scene::edit,
                        s -> s.links.save(s.link),
                        s -> s.isOwnedBy("edited")),
                write("replace", "PutItem", Scene::edit, s -> s.links.replace(s.link), s -> s.isOwnedBy("edited")),
                write("delete", "DeleteItem", Scene::storeAndLoad, s -> s.links.delete(s.link), s -> !s.isStored()),
                write(
                        "delete by key",
                        "DeleteItem",
                        Scene::storeAndLoad,
                        s -> s.links.deleteByKey(LINK.key(s.slug)),
                        s -> !s.isStored()),
                write(
                        "replace all",
                        "BatchWriteItem",
                        Scene::edit,
                        s -> s.links.bulk().replaceAll(List.of(s.link)),
                        s -> s.isOwnedBy("edited")),
                write(
                        "delete all",
                        "BatchWriteItem",
                        Scene::storeAndLoad,
                        s -> s.links.bulk().deleteAll(List.of(s.link)),
                        s -> !s.isStored()),
                write(
                        "save each",
                        "UpdateItem",
                        Scene::edit,
                        s -> s.links.bulk().saveEach(List.of(s.link)),
                        s -> s.isOwnedBy("edited")),
                once(
                        "update",
                        "UpdateItem",
                        Scene::storeAndLoad,
                        s -> s.links.update(s.slug).add(LINK.clicks, 1L).run(),
                        s -> s.stored.apply(s.slug).containsKey("clicks")
                                && !s.stored.apply(s.slug).get("clicks").n().equals("0")),
                write(
                        "bind",
                        "CreateTable",
                        scene -> {},
                        s -> s.unbound.bind(List.of(LINK)),
                        s -> s.unbound.tables().containsKey(LINK)),
                read("find", "GetItem", s -> assertThat(s.links.find(s.slug)).isPresent()),
                read("load", "GetItem", s -> s.links.load(s.link, STRONG)),
                read(
                        "find all",
                        "BatchGetItem",
                        s -> assertThat(s.links.findAll(List.of(LINK.key(s.slug), LINK.key("none")), STRONG))
                                .hasSize(1)),
                read(
                        "find each",
                        "BatchGetItem",
                        s -> assertThat(s.links.findEach(List.of(LINK.key(s.slug)), STRONG))
                                .hasSize(1)),
                read("load all", "BatchGetItem", s -> s.links.loadAll(List.of(s.link), STRONG)),
                read(
                        "parallel scan",
                        "Scan",
                        s -> assertThat(s.links
                                        .scan()
                                        .filter(LINK.slug.eq(s.slug))
                                        .parallel(1)
                                        .all())
                                .hasSize(1)),
                read(
                        "query",
                        "Query",
                        s -> assertThat(s.links
                                        .query()
                                        .where(LINK.slug.eq(s.slug))
                                        .all())
                                .hasSize(1)),
                read(
                        "scan",
                        "Scan",
                        s -> assertThat(s.links
                                        .scan()
                                        .filter(LINK.slug.eq(s.slug))
                                        .consistent()
                                        .all())
                                .hasSize(1)),
                read(
                        "read transaction",
                        "TransactGetItems",
                        s -> s.engine
                                .readTransaction(tx -> tx.find(LINK.key(s.slug)))
                                .get(LINK.key(s.slug))),
                write(
                        "write transaction",
                        "TransactWriteItems",
                        Scene::edit,
                        s -> s.engine.writeTransaction(tx -> tx.save(s.link)),
                        s -> s.isOwnedBy("edited")),
                write(
                        "prepared transaction",
                        "TransactWriteItems",
                        s -> s.prepared = s.engine.prepareTransaction(tx -> tx.insert(s.link)),
                        s -> s.prepared.commit(),
                        s -> s.isOwnedBy("new")));
    }

    private static FaultyOperation write(
            String name, String request, Consumer<Scene> prepare, Consumer<Scene> act, Predicate<Scene> isDone) {
        return new FaultyOperation(name, request, prepare, act, isDone, true);
    }

    private static FaultyOperation once(
            String name, String request, Consumer<Scene> prepare, Consumer<Scene> act, Predicate<Scene> isDone) {
        return new FaultyOperation(name, request, prepare, act, isDone, false);
    }

    private static FaultyOperation read(String name, String request, Consumer<Scene> act) {
        return new FaultyOperation(name, request, Scene::storeAndLoad, act, scene -> true, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
