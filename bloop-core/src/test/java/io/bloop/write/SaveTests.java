package io.bloop.write;

import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.write.WriteOptions.clear;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromNul;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.MissingKey;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.RequestFailed;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.InvalidValue;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

class SaveTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private BloopTemplate<Link> links;

    @BeforeEach
    void bind() {
        client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
        client.clear();
    }

    private Map<String, AttributeValue> stored(String slug) {
        return dynamoDb.item("Link", Map.of("slug", fromS(slug)));
    }

    private void store(Map<String, AttributeValue> more) {
        Map<String, AttributeValue> item = new HashMap<>(more);
        item.put("slug", fromS("a"));
        dynamoDb.put("Link", item);
    }

    private Link loaded() {
        Link link = links.find("a").orElseThrow();
        client.clear();
        return link;
    }

    @Test
    @DisplayName("E4 a new object sets each column that has a value")
    void setsEachColumnWithAValue() {
        Link link = new Link("a");
        link.target = URI.create("https://example.com");
        link.createdOn = null;
        link.tags.add("x");

        links.save(link);

        assertThat(stored("a"))
                .isEqualTo(Map.of(
                        "slug", fromS("a"),
                        "u", fromS("https://example.com"),
                        "clicks", fromN("0"),
                        "tags", fromSs(List.of("x")),
                        "notes", fromL(List.of()),
                        "counts", fromM(Map.of())));
    }

    @Test
    @DisplayName("E4 saving returns the object itself")
    void returnsTheObject() {
        Link link = new Link("a");

        assertThat(links.save(link)).isSameAs(link);
    }

    @Test
    @DisplayName("E4 null of a new object says nothing about the item that is there")
    void leavesWhatANewObjectLacks() {
        store(Map.of("owner", fromS("me")));

        links.save(new Link("a"));

        assertThat(stored("a")).containsEntry("owner", fromS("me"));
    }

    @Test
    @DisplayName("E4 attributes that the model does not know survive a save")
    void keepsUnknownAttributes() {
        store(Map.of("owner", fromS("me"), "secret", fromM(Map.of("x", fromN("1")))));
        Link link = loaded();
        link.owner = "you";

        links.save(link);

        assertThat(stored("a"))
                .isEqualTo(Map.of("slug", fromS("a"), "owner", fromS("you"), "secret", fromM(Map.of("x", fromN("1")))));
    }

    @Test
    @DisplayName("E4 a loaded object sends only what has changed")
    void sendsOnlyWhatHasChanged() {
        store(Map.of("owner", fromS("me"), "clicks", fromN("1"), "tags", fromSs(List.of("x"))));
        Link link = loaded();
        link.clicks = 2;

        links.save(link);

        UpdateItemRequest sent = client.requests(UpdateItemRequest.class).get(0);
        assertThat(sent.updateExpression()).isEqualTo("SET #n0 = :v0");
        assertThat(sent.expressionAttributeNames()).isEqualTo(Map.of("#n0", "clicks"));
        assertThat(sent.expressionAttributeValues()).isEqualTo(Map.of(":v0", fromN("2")));
    }

    @Test
    @DisplayName("E4 nothing changed is no request")
    void sendsNothingWhereNothingHasChanged() {
        store(Map.of("owner", fromS("me"), "tags", fromSs(List.of("x")), "notes", fromL(List.of(fromNul(true)))));
        Link link = loaded();

        links.save(link);

        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E4 nothing changed since the last save is no request")
    void sendsNothingAfterASave() {
        Link link = new Link("a");
        link.tags.add("x");
        links.save(link);
        client.clear();

        links.save(link);

        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E4 nothing changed and a condition is a request")
    void asksAConditionWhereNothingHasChanged() {
        store(Map.of("owner", fromS("me")));
        Link link = loaded();

        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> links.save(link, onlyIf(LINK.owner.eq("you"))));
    }

    @Test
    @DisplayName("E4 an explicit NULL of another writer is left alone")
    void leavesExplicitNulls() {
        store(Map.of("pinned", fromNul(true), "tags", fromNul(true), "clicks", fromNul(true)));
        Link link = loaded();

        links.save(link);

        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E4 a column that is set to null after loading is removed")
    void removesWhatWasSetToNull() {
        store(Map.of("owner", fromS("me"), "u", fromS("https://example.com")));
        Link link = loaded();
        link.target = null;

        links.save(link);

        assertThat(stored("a")).isEqualTo(Map.of("slug", fromS("a"), "owner", fromS("me")));
    }

    @Test
    @DisplayName("E4 a column that is set to null after a save is removed")
    void removesWhatWasSetToNullAfterASave() {
        Link link = new Link("a");
        link.owner = "me";
        links.save(link);
        link.owner = null;

        links.save(link);

        assertThat(stored("a")).doesNotContainKey("owner");
    }

    @Test
    @DisplayName("E4 a set that was changed in place counts as changed")
    void seesChangesInsideOfSets() {
        store(Map.of("tags", fromSs(List.of("x"))));
        Link link = loaded();
        link.tags.add("y");

        links.save(link);

        assertThat(stored("a").get("tags").ss()).containsExactlyInAnyOrder("x", "y");
    }

    @Test
    @DisplayName("E4 a list that was changed in place counts as changed")
    void seesChangesInsideOfLists() {
        store(Map.of("notes", fromL(List.of(fromS("x"), fromS("y")))));
        Link link = loaded();
        link.notes.set(0, "z");

        links.save(link);

        assertThat(stored("a")).containsEntry("notes", fromL(List.of(fromS("z"), fromS("y"))));
    }

    @Test
    @DisplayName("E4 a map that was changed in place counts as changed")
    void seesChangesInsideOfMaps() {
        store(Map.of("counts", fromM(Map.of("x", fromN("1")))));
        Link link = loaded();
        link.counts.put("x", 2);

        links.save(link);

        assertThat(stored("a")).containsEntry("counts", fromM(Map.of("x", fromN("2"))));
    }

    @Test
    @DisplayName("E4 bytes that were changed in place count as changed")
    void seesChangesInsideOfBytes() {
        Link link = new Link("a");
        link.icon = new byte[] {1, 2};
        links.save(link);
        link.icon[0] = 9;

        links.save(link);

        assertThat(stored("a").get("icon").b().asByteArray()).containsExactly(9, 2);
    }

    @Test
    @DisplayName("E4 a set that was emptied is removed")
    void removesEmptySets() {
        store(Map.of("tags", fromSs(List.of("x"))));
        Link link = loaded();
        link.tags.clear();

        links.save(link);

        assertThat(stored("a")).doesNotContainKey("tags");
    }

    @Test
    @DisplayName("E4 a list that was emptied is stored as such")
    void storesEmptyLists() {
        store(Map.of("notes", fromL(List.of(fromS("x")))));
        Link link = loaded();
        link.notes.clear();

        links.save(link);

        assertThat(stored("a")).containsEntry("notes", fromL(List.of()));
    }

    @Test
    @DisplayName("E4 an object whose key has changed is written whole under the new key")
    void writesWholeUnderAnotherKey() {
        store(Map.of("owner", fromS("me"), "clicks", fromN("3")));
        Link link = loaded();
        link.slug = "b";

        links.save(link);

        assertThat(stored("b")).containsEntry("owner", fromS("me")).containsEntry("clicks", fromN("3"));
        assertThat(stored("a")).containsEntry("owner", fromS("me"));
    }

    @Test
    @DisplayName("E1 an object that is saved to another engine is written whole")
    void writesWholeToAnotherEngine() {
        store(Map.of("owner", fromS("me"), "clicks", fromN("3")));
        Link link = loaded();
        BloopTemplate<Link> others = dynamoDb.engineBuilder()
                .tableNames((model, name) -> dynamoDb.tableName("other"))
                .build()
                .template(LINK);

        others.save(link);

        assertThat(dynamoDb.item("other", Map.of("slug", fromS("a"))))
                .containsEntry("owner", fromS("me"))
                .containsEntry("clicks", fromN("3"));
    }

    @Test
    @DisplayName("E5 a save whose condition is not met leaves the change to be saved later")
    void keepsChangesAfterAViolation() {
        store(Map.of("owner", fromS("me")));
        Link link = loaded();
        link.owner = "you";
        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> links.save(link, onlyIf(LINK.clicks.eq(7L))));
        assertThat(link.owner).isEqualTo("you");
        assertThat(stored("a")).containsEntry("owner", fromS("me"));

        links.save(link);

        assertThat(stored("a")).containsEntry("owner", fromS("you"));
    }

    @Test
    @DisplayName("E5 a save that fails leaves the change to be saved later")
    void keepsChangesAfterAFailure() {
        store(Map.of("owner", fromS("me")));
        Link link = loaded();
        link.owner = null;
        client.updateItem((request, real) -> {
            throw ProvisionedThroughputExceededException.builder()
                    .message("slow down")
                    .build();
        });
        assertThatExceptionOfType(RequestFailed.class).isThrownBy(() -> links.save(link));
        client.updateItem((request, real) -> real.apply(request));

        links.save(link);

        assertThat(stored("a")).isEqualTo(Map.of("slug", fromS("a")));
    }

    @Test
    @DisplayName("M4 a missing hash key is reported when the engine is called")
    void reportsAMissingKey() {
        Link link = new Link();
        link.owner = "me";
        link.createdOn = null;

        assertThatExceptionOfType(MissingKey.class)
                .isThrownBy(() -> links.save(link))
                .withMessage("Link(slug=nothing) has no value for 'slug', the hash key of Link; set it first.");
    }

    @Test
    @DisplayName("T3 a value that its column cannot store is reported, and nothing is sent")
    void reportsAValueThatCannotBeStored() {
        Link link = new Link("a");
        link.score = new BigDecimal("1e200");

        InvalidValue thrown = catchThrowableOfType(InvalidValue.class, () -> links.save(link));

        assertThat(thrown.model()).isEqualTo("Link");
        assertThat(thrown.column()).isEqualTo("score");
        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E4 saves that set the same columns and remove others write each their own")
    void tellsShapesApartByWhatTheyRemove() {
        Map<String, AttributeValue> item = Map.of(
                "slug", fromS("a"), "owner", fromS("me"), "u", fromS("https://example.com"), "score", fromN("1"));
        for (String removed : List.of("u", "score", "none")) {
            dynamoDb.put("Link", item);
            Link link = loaded();
            link.owner = "you";
            link.target = removed.equals("u") ? null : link.target;
            link.score = removed.equals("score") ? null : link.score;

            links.save(link);

            Map<String, AttributeValue> expected = new HashMap<>(item);
            expected.put("owner", fromS("you"));
            expected.remove(removed);
            assertThat(stored("a")).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("E4 saves that remove the same columns and set others write each their own")
    void tellsShapesApartByWhatTheySet() {
        Map<String, AttributeValue> item =
                Map.of("slug", fromS("a"), "owner", fromS("me"), "clicks", fromN("1"), "score", fromN("1"));
        for (String set : List.of("owner", "clicks", "none")) {
            dynamoDb.put("Link", item);
            Link link = loaded();
            link.score = null;
            link.owner = set.equals("owner") ? "2" : link.owner;
            link.clicks = set.equals("clicks") ? 2 : link.clicks;

            links.save(link);

            Map<String, AttributeValue> expected = new HashMap<>(item);
            expected.remove("score");
            expected.computeIfPresent(set, (name, value) -> name.equals("owner") ? fromS("2") : fromN("2"));
            assertThat(stored("a")).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("E4 clear() removes a column that has no value, though none is known")
    void clearsColumns() {
        store(Map.of("owner", fromS("me"), "u", fromS("https://example.com")));

        links.save(new Link("a"), clear(LINK.owner, LINK.tags));

        assertThat(stored("a")).doesNotContainKey("owner").containsEntry("u", fromS("https://example.com"));
    }

    @Test
    @DisplayName("E4 clear() leaves a column that has a value")
    void clearsNothingThatHasAValue() {
        Link link = new Link("a");
        link.owner = "me";

        links.save(link, clear(LINK.owner));

        assertThat(stored("a")).containsEntry("owner", fromS("me"));
    }

    @Test
    @DisplayName("E4 clear() leaves a column that has the value it was loaded with")
    void clearsNothingThatIsUnchanged() {
        store(Map.of("owner", fromS("me"), "tags", fromSs(List.of("x"))));
        Link link = loaded();

        links.save(link, clear(LINK.owner, LINK.tags));

        assertThat(stored("a")).containsEntry("owner", fromS("me")).containsEntry("tags", fromSs(List.of("x")));
    }

    @Test
    @DisplayName("E4 clear() leaves the key")
    void clearsNoKeys() {
        links.save(new Link("a"), clear(LINK.slug));

        assertThat(stored("a")).containsEntry("slug", fromS("a"));
    }

    @Test
    @DisplayName("E6 the new values are taken over after a save")
    void takesOverTheNewValues() {
        store(Map.of("owner", fromS("me"), "clicks", fromN("3")));
        Link link = loaded();
        links.update("a").set(LINK.clicks, 9L).set(LINK.tags, Set.of("x")).run();
        link.owner = "you";

        Link saved = links.save(link, sync(Sync.NEW));

        assertThat(saved).isSameAs(link);
        assertThat(link.owner).isEqualTo("you");
        assertThat(link.clicks).isEqualTo(9);
        assertThat(link.tags).containsExactly("x");
    }

    @Test
    @DisplayName("E6 after the new values were taken over there is nothing to save")
    void remembersTheNewValues() {
        store(Map.of("clicks", fromN("3")));
        Link link = new Link("a");
        links.save(link, sync(Sync.NEW));
        client.clear();

        links.save(link);

        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E6 the old values are taken over after a save, and count as changes")
    void takesOverTheOldValues() {
        store(Map.of("owner", fromS("me")));
        Link link = loaded();
        link.owner = "you";

        links.save(link, sync(Sync.OLD));
        assertThat(link.owner).isEqualTo("me");
        assertThat(stored("a")).containsEntry("owner", fromS("you"));
        links.save(link);

        assertThat(stored("a")).containsEntry("owner", fromS("me"));
    }

    @Test
    @DisplayName("E6 where there was no item, there are no old values to take over")
    void takesOverNothingWhereThereWasNothing() {
        Link link = new Link("a");
        link.owner = "me";

        links.save(link, sync(Sync.OLD));

        assertThat(link.owner).isEqualTo("me");
    }

    @Test
    @DisplayName("E6 the last sync of joined options counts")
    void joinsOptions() {
        store(Map.of("owner", fromS("me")));
        Link link = loaded();
        link.owner = "you";

        links.save(
                link,
                WriteOptions.<Link>sync(Sync.NEW)
                        .with(onlyIf(LINK.owner.eq("me")))
                        .with(onlyIf(LINK.clicks.notExists()))
                        .with(sync(Sync.OLD)));

        assertThat(link.owner).isEqualTo("me");
        UpdateItemRequest sent = client.requests(UpdateItemRequest.class).get(0);
        assertThat(sent.conditionExpression()).isEqualTo("((#n0 = :v1) AND attribute_not_exists(#n1))");
    }
}
