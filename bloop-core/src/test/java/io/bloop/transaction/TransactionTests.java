package io.bloop.transaction;

import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.returnExisting;
import static io.bloop.write.WriteOptions.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Condition;
import io.bloop.model.Key;
import io.bloop.read.MissingObjects;
import io.bloop.testing.BothClients;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Orders;
import io.bloop.write.InvalidWrite;
import io.bloop.write.Sync;
import io.bloop.write.Update;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@BothClients
class TransactionTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private Engine engine;
    private BloopTemplate<Link> links;

    @BeforeEach
    void bind() {
        engine = dynamoDb.engine();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
    }

    private Link stored(String slug, long clicks) {
        Link link = new Link(slug);
        link.clicks = clicks;
        return links.insert(link);
    }

    private Map<String, AttributeValue> raw(String slug) {
        return dynamoDb.client()
                .getItem(r -> r.tableName(dynamoDb.tableName("Link"))
                        .key(Map.of("slug", AttributeValue.fromS(slug)))
                        .consistentRead(true))
                .item();
    }

    @Test
    @DisplayName("X1 one transaction inserts, saves, updates, checks and deletes")
    void operationsAreAppliedTogether() {
        Link saved = stored("saved", 1);
        Link deleted = stored("deleted", 1);
        Link checked = stored("checked", 1);
        stored("updated", 1);
        saved.clicks = 2;

        engine.writeTransaction(tx -> tx.insert(new Link("inserted"))
                .save(saved, onlyIf(LINK.clicks.eq(1L)))
                .delete(deleted)
                .check(checked, LINK.slug.exists())
                .update(links.update("updated").add(LINK.clicks, 5L).onlyIf(LINK.slug.exists())));

        assertThat(raw("inserted")).isNotEmpty();
        assertThat(raw("saved")).containsEntry("clicks", AttributeValue.fromN("2"));
        assertThat(raw("deleted")).isEmpty();
        assertThat(raw("updated")).containsEntry("clicks", AttributeValue.fromN("6"));
    }

    @Test
    @DisplayName("X1 the same item twice is refused by name")
    void sameItemTwiceIsRefused() {
        Link link = new Link("curl");

        assertThatThrownBy(() -> engine.writeTransaction(tx -> tx.insert(link).delete(link)))
                .isInstanceOf(InvalidTransaction.class)
                .hasMessage("Link(slug=S \"curl\") is in the transaction twice, and DynamoDB takes one operation for "
                        + "each item; join the two.");
        assertThat(raw("curl")).isEmpty();
    }

    @Test
    @DisplayName("X1 a hundred operations are written, and one more is refused before any call")
    void atMostAHundredOperations() {
        List<Link> hundred = IntStream.range(0, 100)
                .mapToObj(i -> new Link("s" + i))
                .collect(ArrayList::new, List::add, List::addAll);

        assertThatThrownBy(() -> engine.writeTransaction(tx -> {
                    hundred.forEach(tx::insert);
                    tx.insert(new Link("more"));
                }))
                .isInstanceOf(InvalidTransaction.class)
                .hasMessage("A transaction takes at most 100 operations, and Link(slug=S \"more\") is one more; "
                        + "divide it.");
        assertThat(links.scan().count()).isZero();
        engine.writeTransaction(tx -> hundred.forEach(tx::insert));
        assertThat(links.scan().count()).isEqualTo(100);
    }

    @Test
    @DisplayName("X2 a callback that throws sends nothing")
    void callbackThatThrowsSendsNothing() {
        assertThatThrownBy(() -> engine.writeTransaction(tx -> {
                    tx.insert(new Link("curl"));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        assertThat(raw("curl")).isEmpty();
    }

    @Test
    @DisplayName("X2 a prepared transaction that is committed twice is applied once")
    void preparedTransactionIsAppliedOnce() {
        stored("curl", 1);
        PreparedTransaction prepared =
                engine.prepareTransaction(tx -> tx.update(links.update("curl").add(LINK.clicks, 1L)));

        prepared.commit();
        prepared.commit();

        assertThat(raw("curl")).containsEntry("clicks", AttributeValue.fromN("2"));
    }

    @Test
    @DisplayName("X1 items are deleted and checked by their keys, without objects of theirs")
    void itemsAreNamedByTheirKeys() {
        stored("deleted", 1);
        stored("checked", 5);

        engine.writeTransaction(
                tx -> tx.deleteByKey(LINK.key("deleted")).checkByKey(LINK.key("checked"), LINK.clicks.eq(5L)));

        assertThat(raw("deleted")).isEmpty();
        assertThat(raw("checked")).containsEntry("clicks", AttributeValue.fromN("5"));
    }

    @Test
    @DisplayName("X3 a deletion and a check by key name the key where their conditions are not met")
    void aKeyIsTheSubjectOfItsReason() {
        stored("kept", 1);

        TransactionCancelled cancelled = catchThrowableOfType(
                TransactionCancelled.class,
                () -> engine.writeTransaction(tx -> tx.deleteByKey(LINK.key("kept"), onlyIf(LINK.clicks.eq(2L)))
                        .checkByKey(LINK.key("absent"), LINK.slug.exists())));

        assertThat(cancelled.reasons())
                .extracting(CancellationReason::operation, CancellationReason::object)
                .containsExactly(tuple("delete", LINK.key("kept")), tuple("check", LINK.key("absent")));
        assertThat(raw("kept")).isNotEmpty();
    }

    @Test
    @DisplayName("X1 a key twice, a check without a condition, and values to take over are refused")
    void wrongOperationsByKeyAreRefused() {
        Key<Link> key = LINK.key("curl");

        assertThatThrownBy(
                        () -> engine.writeTransaction(tx -> tx.deleteByKey(key).checkByKey(key, LINK.slug.exists())))
                .isInstanceOf(InvalidTransaction.class)
                .hasMessageStartingWith("Link(slug=S \"curl\") is in the transaction twice");
        assertThatThrownBy(() -> engine.writeTransaction(tx -> tx.checkByKey(key, Condition.empty())))
                .isInstanceOf(InvalidWrite.class)
                .hasMessage("The check of Link(slug=S \"curl\") has no condition; give one, or leave the check out.");
        assertThatThrownBy(() -> engine.writeTransaction(tx -> tx.deleteByKey(key, sync(Sync.OLD))))
                .isInstanceOf(InvalidTransaction.class)
                .hasMessage("A transaction returns no values to take over into Link(slug=S \"curl\"); leave sync() "
                        + "out, and load it.");
    }

    @Test
    @DisplayName("X3 a cancelled transaction gives the keys of a model's items whose conditions were not met")
    void cancellationGivesKeysByModel() {
        Link taken = stored("taken", 1);
        stored("short", 1);
        stored("enough", 9);

        TransactionCancelled cancelled = catchThrowableOfType(
                TransactionCancelled.class,
                () -> engine.writeTransaction(tx -> tx.update(taking("enough", 5))
                        .update(taking("short", 5))
                        .insert(new Link("free"))
                        .insert(taken)));

        assertThat(cancelled.unmetKeys(LINK)).containsExactly(LINK.key("short"), LINK.key("taken"));
        assertThat(cancelled.unmetKeys(Orders.CUSTOMER)).isEmpty();
    }

    private Update<Link> taking(String slug, long clicks) {
        return links.update(slug).add(LINK.clicks, -clicks).onlyIf(LINK.clicks.ge(clicks));
    }

    @Test
    @DisplayName("X3 a cancelled transaction names object, condition and the item that was there")
    void cancellationNamesItsReasons() {
        Link curl = stored("curl", 1);
        Link git = stored("git", 7);
        curl.clicks = 2;
        git.clicks = 8;

        TransactionCancelled cancelled = catchThrowableOfType(
                TransactionCancelled.class,
                () -> engine.writeTransaction(
                        tx -> tx.save(curl).save(git, onlyIf(LINK.clicks.eq(1L)).with(returnExisting()))));

        assertThat(cancelled)
                .hasMessage(
                        "The transaction was cancelled, and nothing of it applied:\n  - save of Link(slug=S \"git\")"
                                + " in table '" + dynamoDb.tableName("Link") + "': (clicks = ?) does not hold");
        assertThat(cancelled.reasons()).hasSize(1);
        assertThat(cancelled.reasons().get(0).object()).isSameAs(git);
        assertThat(((Link) cancelled.reasons().get(0).existing()).clicks).isEqualTo(7);
        assertThat(raw("curl")).containsEntry("clicks", AttributeValue.fromN("1"));
    }

    @Test
    @DisplayName("X5 after a cancellation the objects still count as changed")
    void cancelledObjectsStillCountAsChanged() {
        Link curl = stored("curl", 1);
        curl.clicks = 2;
        assertThatThrownBy(() ->
                        engine.writeTransaction(tx -> tx.save(curl).check(new Link("absent"), LINK.slug.exists())))
                .isInstanceOf(TransactionCancelled.class);

        links.save(curl);

        assertThat(raw("curl")).containsEntry("clicks", AttributeValue.fromN("2"));
    }

    @Test
    @DisplayName("X5 after a commit the objects count as saved, and as deleted")
    void committedObjectsCountAsSaved() {
        Link curl = stored("curl", 1);
        Link git = stored("git", 1);
        curl.clicks = 2;
        engine.writeTransaction(tx -> tx.save(curl).delete(git));
        links.update("curl")
                .set(LINK.clicks, 50L)
                .set(LINK.target, URI.create("https://curl.se"))
                .run();
        curl.owner = "me";

        links.save(curl);
        links.save(git);

        assertThat(raw("curl"))
                .containsEntry("clicks", AttributeValue.fromN("50"))
                .containsEntry("owner", AttributeValue.fromS("me"));
        assertThat(raw("git")).containsEntry("clicks", AttributeValue.fromN("1"));
    }

    @Test
    @DisplayName("X4 a read transaction gives the objects that are there and names those that are not")
    void readTransactionNamesTheMissing() {
        stored("curl", 3);

        ReadTransaction.ReadResult found =
                engine.readTransaction(tx -> tx.find(LINK.key("curl")).find(LINK.key("absent")));

        assertThat(found.get(LINK.key("curl")).clicks).isEqualTo(3);
        assertThat(found.has(LINK.key("curl"))).isTrue();
        assertThat(found.has(LINK.key("absent"))).isFalse();
        assertThatThrownBy(() -> found.get(LINK.key("absent")))
                .isInstanceOf(MissingObjects.class)
                .hasMessage("Not in the table (1 of Link in table '" + dynamoDb.tableName("Link")
                        + "'): Link(slug=S \"absent\").");
    }
}
