package io.bloop.write;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.InvalidKey;
import io.bloop.request.ConstraintViolation;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.InvalidValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class UpdateTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private BloopTemplate<Link> links;

    @BeforeEach
    void storeALink() {
        client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
        dynamoDb.put(
                "Link",
                Map.of(
                        "slug", fromS("a"),
                        "owner", fromS("me"),
                        "clicks", fromN("3"),
                        "tags", fromSs(List.of("x", "y")),
                        "other", fromS("kept")));
        client.clear();
    }

    private Map<String, AttributeValue> stored(String slug) {
        return dynamoDb.item("Link", Map.of("slug", fromS(slug)));
    }

    @Test
    @DisplayName("E7 an update sets a column and leaves every other attribute")
    void setsAColumn() {
        links.update("a").set(LINK.owner, "you").run();

        assertThat(stored("a"))
                .containsEntry("owner", fromS("you"))
                .containsEntry("clicks", fromN("3"))
                .containsEntry("other", fromS("kept"));
    }

    @Test
    @DisplayName("E7 setting null removes the column")
    void removesWhatIsSetToNull() {
        links.update("a").set(LINK.owner, null).run();

        assertThat(stored("a")).doesNotContainKey("owner").containsEntry("clicks", fromN("3"));
    }

    @Test
    @DisplayName("E7 setting an empty set removes the column")
    void removesWhatIsSetToAnEmptySet() {
        links.update("a").set(LINK.tags, Set.of()).run();

        assertThat(stored("a")).doesNotContainKey("tags");
    }

    @Test
    @DisplayName("E7 an update removes a column")
    void removesAColumn() {
        links.update("a").remove(LINK.tags).run();

        assertThat(stored("a")).doesNotContainKey("tags").containsEntry("owner", fromS("me"));
    }

    @Test
    @DisplayName("E7 an update adds to a number")
    void addsToANumber() {
        links.update("a").add(LINK.clicks, -5L).run();

        assertThat(stored("a")).containsEntry("clicks", fromN("-2"));
    }

    @Test
    @DisplayName("E7 an absent number counts as zero")
    void addsToAnAbsentNumber() {
        links.update("a").add(LINK.score, new BigDecimal("1.5")).run();

        assertThat(stored("a")).containsEntry("score", fromN("1.5"));
    }

    @Test
    @DisplayName("E7 an update adds elements to a set")
    void addsToASet() {
        links.update("a").add(LINK.tags, Set.of("y", "z")).run();

        assertThat(stored("a").get("tags").ss()).containsExactlyInAnyOrder("x", "y", "z");
    }

    @Test
    @DisplayName("E7 an update deletes elements from a set")
    void deletesFromASet() {
        links.update("a").delete(LINK.tags, Set.of("y", "z")).run();

        assertThat(stored("a")).containsEntry("tags", fromSs(List.of("x")));
    }

    @Test
    @DisplayName("E7 several actions happen in one request")
    void joinsActions() {
        links.update("a")
                .set(LINK.owner, "you")
                .remove(LINK.createdOn)
                .add(LINK.clicks, 1L)
                .delete(LINK.tags, Set.of("x"))
                .run();

        assertThat(client.operations()).containsExactly("UpdateItem");
        assertThat(stored("a"))
                .isEqualTo(Map.of(
                        "slug", fromS("a"),
                        "owner", fromS("you"),
                        "clicks", fromN("4"),
                        "tags", fromSs(List.of("y")),
                        "other", fromS("kept")));
    }

    @Test
    @DisplayName("E7 an update creates an item that is not there")
    void createsAnItem() {
        links.update("b").add(LINK.clicks, 1L).run();

        assertThat(stored("b")).isEqualTo(Map.of("slug", fromS("b"), "clicks", fromN("1")));
    }

    @Test
    @DisplayName("E7 an update is done only if its condition is met")
    void asksAConditionFirst() {
        ConstraintViolation thrown = catchThrowableOfType(
                ConstraintViolation.class,
                () -> links.update("b")
                        .add(LINK.clicks, 1L)
                        .onlyIf(LINK.slug.exists())
                        .run());

        assertThat(thrown)
                .hasMessage("The update of Link(slug=S \"b\") in table '" + dynamoDb.tableName("Link")
                        + "' was refused: attribute_exists(slug) does not hold.");
        assertThat(thrown.object()).isEqualTo(LINK.key("b"));
        assertThat(stored("b")).isEmpty();
    }

    @Test
    @DisplayName("E7 conditions of an update are joined")
    void joinsConditions() {
        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> links.update("a")
                        .add(LINK.clicks, 1L)
                        .onlyIf(LINK.slug.exists())
                        .onlyIf(LINK.clicks.gt(3L))
                        .run());
    }

    @Test
    @DisplayName("E7 an update returns the item as it is afterwards")
    void returnsTheNewObject() {
        Link link = links.update("a").add(LINK.clicks, 1L).returnNew();

        assertThat(link.clicks).isEqualTo(4);
        assertThat(link.owner).isEqualTo("me");
        assertThat(link.createdOn).isNull();
    }

    @Test
    @DisplayName("E7 the object that an update returns is a loaded one")
    void returnsATrackedObject() {
        Link link = links.update("a").add(LINK.clicks, 1L).returnNew();
        client.clear();

        links.save(link);

        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E7 an update returns the item as it was before")
    void returnsTheOldObject() {
        assertThat(links.update("a").add(LINK.clicks, 1L).returnOld())
                .hasValueSatisfying(link -> assertThat(link.clicks).isEqualTo(3));
    }

    @Test
    @DisplayName("E7 where there was no item, an update returns none")
    void returnsNoOldObject() {
        assertThat(links.update("b").add(LINK.clicks, 1L).returnOld()).isEmpty();
    }

    @Test
    @DisplayName("E7 an update is a value: it may be sent twice, and changed without changing the first")
    void isAValue() {
        Update<Link> click = links.update("a").add(LINK.clicks, 1L);
        click.set(LINK.owner, "you");

        click.run();
        click.run();

        assertThat(stored("a")).containsEntry("clicks", fromN("5")).containsEntry("owner", fromS("me"));
    }

    @Test
    @DisplayName("E7 a key column cannot be updated")
    void refusesKeys() {
        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> links.update("a").set(LINK.slug, "b"))
                .withMessage(
                        "The update of Link(slug=S \"a\") writes Column[Link.slug=hash], which is a key, and keys never change; insert the object under its new "
                                + "key, and delete the old one.");
    }

    @Test
    @DisplayName("E7 adding no elements is refused")
    void refusesToAddNothing() {
        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> links.update("a").add(LINK.tags, Set.of()))
                .withMessage(
                        "The update of Link(slug=S \"a\") needs a Set<String> for 'tags' that says something, which "
                                + "null and an empty set do not; give one, or leave the action out.");
    }

    @Test
    @DisplayName("E7 an index's key may be updated")
    void updatesKeysOfIndexes() {
        links.update("a").set(LINK.owner, "you").run();

        assertThat(links.query(LINK.slugsByOwner).where(LINK.owner.eq("you")).all())
                .hasSize(1);
    }

    @Test
    @DisplayName("T3 a value that its column cannot store is reported with model, key and column")
    void reportsAValueThatCannotBeStored() {
        InvalidValue thrown = catchThrowableOfType(
                InvalidValue.class, () -> links.update("a").set(LINK.score, new BigDecimal("1e200")));

        assertThat(thrown.model()).isEqualTo("Link");
        assertThat(thrown.key()).isEqualTo("Link(slug=S \"a\")");
        assertThat(thrown.column()).isEqualTo("score");
    }

    @Test
    @DisplayName("E7 an update by values that do not make a key is InvalidKey")
    void refusesAWrongKey() {
        assertThatExceptionOfType(InvalidKey.class)
                .isThrownBy(() -> links.update(1))
                .withMessage("Cannot make a key of Link: expected [slug (String)], found [Integer].");
    }
}
