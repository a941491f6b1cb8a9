package io.bloop.request;

import static io.bloop.testing.LinkModel.LINK;

import io.bloop.engine.Engine;
import io.bloop.read.Consistency;
import io.bloop.testing.Link;
import java.util.List;
import java.util.function.Consumer;

/** Every kind of request that touches items. */
enum RequestKind {
    GET("GetItem of Link(slug=S \"a\")", e -> e.template(LINK).find("a")),
    LOAD("GetItem of Link(slug=S \"a\")", e -> e.template(LINK).load(new Link("a"), Consistency.STRONG)),
    BATCH_GET(
            "BatchGetItem of Link(slug=S \"a\")",
            e -> e.template(LINK).findAll(List.of(LINK.key("a")), Consistency.STRONG)),
    QUERY(
            "Query of Link",
            e -> e.template(LINK).query().where(LINK.slug.eq("a")).all()),
    COUNT(
            "Query of Link",
            e -> e.template(LINK).query().where(LINK.slug.eq("a")).count()),
    SCAN("Scan of Link", e -> e.template(LINK).scan().all()),
    PARALLEL_SCAN("Scan of Link", e -> e.template(LINK).scan().parallel(1).all()),
    READ_TRANSACTION("TransactGetItems of Link(slug=S \"a\")", e -> e.readTransaction(tx -> tx.find(LINK.key("a")))),
    SAVE("UpdateItem of Link(slug=S \"a\")", e -> e.template(LINK).save(new Link("a"))),
    INSERT("PutItem of Link(slug=S \"a\")", e -> e.template(LINK).insert(new Link("a"))),
    UPDATE(
            "UpdateItem of Link(slug=S \"a\")",
            e -> e.template(LINK).update("a").add(LINK.clicks, 1L).run()),
    REPLACE("PutItem of Link(slug=S \"a\")", e -> e.template(LINK).replace(new Link("a"))),
    DELETE("DeleteItem of Link(slug=S \"a\")", e -> e.template(LINK).delete(new Link("a"))),
    BULK("BatchWriteItem of Link(slug=S \"a\")", e -> e.template(LINK).bulk().replaceAll(List.of(new Link("a")))),
    WRITE_TRANSACTION(
            "TransactWriteItems of Link(slug=S \"a\")", e -> e.writeTransaction(tx -> tx.insert(new Link("a"))));

    private final String words;
    private final Consumer<Engine> act;

    RequestKind(String words, Consumer<Engine> act) {
        this.words = words;
        this.act = act;
    }

    /** Returns the request as messages name it, without the table. */
    String words() {
        return words;
    }

    /** Sends the request by an engine. */
    void send(Engine engine) {
        act.accept(engine);
    }

    boolean isWrite() {
        return ordinal() >= SAVE.ordinal();
    }

    /** Tells whether DynamoDB itself answers with an empty object where it has nothing to say. */
    boolean maySayNothing() {
        return switch (this) {
            case GET, LOAD, SAVE, INSERT, UPDATE, REPLACE, DELETE, WRITE_TRANSACTION -> true;
            default -> false;
        };
    }

    String missing() {
        return switch (this) {
            case QUERY, COUNT, SCAN, PARALLEL_SCAN -> "Count";
            case BULK -> "UnprocessedItems";
            default -> "Responses";
        };
    }
}
