package io.bloop.write;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromNul;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import io.bloop.bulk.BulkFailed;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.NumberPath;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.request.InvalidRequest;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LinkModel;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.WayOfWriting;
import io.bloop.transaction.TransactionCancelled;
import io.bloop.type.InvalidValue;
import io.bloop.type.Types;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class ContradictingUpdateTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private Engine engine;
    private BloopTemplate<Link> links;

    @BeforeEach
    void storeALink() {
        client = dynamoDb.intercept();
        engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
        dynamoDb.put(
                "Link",
                Map.of(
                        "slug", fromS("a"),
                        "owner", fromS("me"),
                        "clicks", fromN("3"),
                        "tags", fromSs(List.of("x", "y")),
                        "notes", fromL(List.of(fromS("m"), fromS("n"))),
                        "counts", fromM(Map.of("de", fromN("1")))));
        client.clear();
    }

    private Map<String, AttributeValue> stored() {
        return dynamoDb.item("Link", Map.of("slug", fromS("a")));
    }

    private static Arguments twice(UnaryOperator<Update<Link>> actions, String conflict) {
        return Arguments.of(actions, conflict);
    }

    static Stream<Arguments> contradictions() {
        NumberPath<Link, Integer> de = LINK.counts.key("de").asNumber();
        return Stream.of(
                twice(u -> u.set(LINK.owner, "b").set(LINK.owner, "c"), "writes 'owner' twice"),
                twice(u -> u.set(LINK.owner, "b").remove(LINK.owner), "writes 'owner' twice"),
                twice(u -> u.set(LINK.owner, null).set(LINK.owner, "b"), "writes 'owner' twice"),
                twice(u -> u.add(LINK.clicks, 1L).add(LINK.clicks, 2L), "writes 'clicks' twice"),
                twice(u -> u.set(LINK.clicks, 1L).setFrom(LINK.clicks, LINK.clicks.plus(1L)), "writes 'clicks' twice"),
                twice(u -> u.add(LINK.tags, Set.of("z")).delete(LINK.tags, Set.of("x")), "writes 'tags' twice"),
                twice(
                        u -> u.append(LINK.notes, List.of("z")).prepend(LINK.notes, List.of("y")),
                        "writes 'notes' twice"),
                twice(u -> u.setIfAbsent(LINK.owner, "b").remove(LINK.owner), "writes 'owner' twice"),
                twice(u -> u.set(LINK.notes.at(0), "b").remove(LINK.notes.at(0)), "writes 'notes[0]' twice"),
                twice(u -> u.set(LINK.counts.key("de"), 1).add(de, 1), "writes 'counts.de' twice"),
                twice(u -> u.remove(LINK.counts).add(de, 1), "writes 'counts' and 'counts.de', which is inside of it"),
                twice(
                        u -> u.add(de, 1).set(LINK.counts, Map.of()),
                        "writes 'counts' and 'counts.de', which is inside of it"),
                twice(
                        u -> u.append(LINK.notes, List.of("z")).set(LINK.notes.at(0), "b"),
                        "writes 'notes' and 'notes[0]', which is inside of it"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    @DisplayName(
            "E7 an update that writes a place twice, or a place and what is inside of it, is refused when it is built")
    void refusesContradictions(UnaryOperator<Update<Link>> actions, String conflict) {
        Update<Link> update = links.update("a");

        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> actions.apply(update))
                .withMessage("The update of Link(slug=S \"a\") " + conflict + "; an update writes each place once, so "
                        + "leave one of the two actions out, or send it afterwards.");
    }

    @Test
    @DisplayName("E7 an update may write several places inside of one column")
    void writesSeveralPlacesOfAColumn() {
        links.update("a")
                .set(LINK.notes.at(0), "b")
                .remove(LINK.notes.at(1))
                .set(LINK.counts.key("at"), 5)
                .set(LINK.counts.key("a.t"), 6)
                .run();

        assertThat(stored())
                .containsEntry("notes", fromL(List.of(fromS("b"))))
                .containsEntry("counts", fromM(Map.of("de", fromN("1"), "at", fromN("5"), "a.t", fromN("6"))));
    }

    /** Another definition of links, on the same table. */
    private static final class OtherLinkModel extends ModelDefinition<Link> {

        private final StringColumn<Link, String> owner = column("owner", Types.STRING)
                .getter(link -> link.owner)
                .setter((link, value) -> link.owner = value)
                .storedAs("o");

        OtherLinkModel() {
            super(Link.class);
            column("slug", Types.STRING)
                    .getter(link -> link.slug)
                    .setter((link, value) -> link.slug = value)
                    .hashKey();
        }

        @Override
        protected Link create(Values<Link> values) {
            return new Link();
        }
    }

    @Test
    @DisplayName("E7 a column of another definition of the same class is refused when the update is built")
    void refusesColumnsOfOtherDefinitions() {
        OtherLinkModel other = new OtherLinkModel();
        other.columns();

        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> links.update("a").set(other.owner, "b"))
                .withMessage(
                        "The update of Link(slug=S \"a\") writes Link.owner, which is of another definition; name a "
                                + "column of Model[Link].");
    }

    @Test
    @DisplayName("E7 a copy of a column of another definition of the same class is refused when the update is built")
    void refusesCopiesOfOtherDefinitions() {
        OtherLinkModel other = new OtherLinkModel();
        other.columns();

        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> links.update("a").setFrom(LINK.owner, other.owner))
                .withMessage(
                        "The update of Link(slug=S \"a\") reads Link.owner, which is of another definition; name a "
                                + "column of Model[Link].");
    }

    @Test
    @DisplayName("E7 a copy of what is stored in another form is refused when the update is built")
    void refusesCopiesOfOtherForms() {
        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> links.update("a").<Instant>setFrom(LINK.expiresOn, LINK.createdOn))
                .withMessage(
                        "The update of Link(slug=S \"a\") sets 'expiresOn' to what 'createdOn' holds, and timestamp "
                                + "(N) and Instant (S) are not stored alike; name a place that is stored in the same form.");
    }

    @Test
    @DisplayName("E7 an element of a list that is set to null keeps its place, as in a list that is saved")
    void keepsThePlacesOfElements() {
        links.update("a").set(LINK.notes.at(0), null).run();

        assertThat(stored()).containsEntry("notes", fromL(List.of(fromNul(true), fromS("n"))));
        assertThat(links.find("a").orElseThrow().notes).containsExactly(null, "n");
    }

    @Test
    @DisplayName("E7 an index's key that is set to an empty text is refused when the update is built, with what to do")
    void refusesEmptyIndexKeys() {
        Update<Link> update = links.update("a");

        assertThat(Stream.<Runnable>of(() -> update.set(LINK.owner, ""), () -> update.setIfAbsent(LINK.owner, "")))
                .allSatisfy(action -> assertThatExceptionOfType(InvalidValue.class)
                        .isThrownBy(action::run)
                        .withMessage(
                                "Cannot store Link.owner of Link(slug=S \"a\"): expected String that is not empty, as a "
                                        + "key of the index 'byOwner' has to be (null leaves the item out of the index), found an "
                                        + "empty value."));
    }

    @ParameterizedTest
    @EnumSource(WayOfWriting.class)
    @DisplayName(
            "E7 an object with an empty text as an index's key is refused before it is sent, whichever way it is written")
    void refusesObjectsWithEmptyIndexKeys(WayOfWriting way) {
        Link added = new Link("b");
        added.owner = "";
        Link loaded = links.find("a").orElseThrow();
        loaded.owner = "";
        client.clear();

        assertThat(List.of(added, loaded)).allSatisfy(link -> {
            Throwable failure = catchThrowable(() -> way.write(engine, LINK, link));
            assertThat(failure instanceof BulkFailed ? failure.getCause() : failure)
                    .isInstanceOf(InvalidValue.class)
                    .hasMessage("Cannot store Link.owner of Link(slug=S \"" + link.slug
                            + "\"): expected String that is not empty, as a key of the index 'byOwner' has to be (null leaves"
                            + " the item out of the index), found an empty value.");
        });
        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E7 an index's key that is set to null leaves the item out of the index")
    void leavesItemsOutOfTheIndex() {
        links.update("a").set(LINK.owner, null).run();

        assertThat(links.scan(LINK.slugsByOwner).all()).isEmpty();
        assertThat(stored()).doesNotContainKey("owner");
    }

    static Stream<BiConsumer<Engine, Link>> writes() {
        return Stream.of(
                (engine, link) -> engine.template(LINK).save(link),
                (engine, link) -> engine.template(LINK).insert(link),
                (engine, link) -> engine.template(LINK).replace(link),
                (engine, link) -> engine.template(LINK).bulk().replaceAll(List.of(link)),
                (engine, link) -> engine.writeTransaction(tx -> tx.save(link)),
                (engine, link) -> engine.writeTransaction(tx -> tx.insert(link)));
    }

    @ParameterizedTest
    @MethodSource("writes")
    @DisplayName("E5 an object with an empty text as a key of an index is refused before it is sent")
    void refusesObjectsWithEmptyIndexKeys(BiConsumer<Engine, Link> write) {
        Link link = new Link();
        link.slug = "new";
        link.owner = "";

        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> write.accept(engine, link))
                .satisfies(thrown -> assertThat(thrown instanceof InvalidValue ? thrown : thrown.getCause())
                        .isInstanceOf(InvalidValue.class)
                        .hasMessageContaining(
                                "Cannot store Link.owner of Link(slug=S \"new\"): expected String that is not "
                                        + "empty, as a key of the index 'byOwner' has to be"));
        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E5 an object with an empty text as its key is refused before it is sent")
    void refusesObjectsWithEmptyKeys() {
        Link link = new Link();
        link.slug = "";

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> links.save(link))
                .withMessage(
                        "Cannot store Link.slug of Link(slug=S \"\"): expected String that is not empty, as a key of the "
                                + "table has to be, found an empty value.");
        assertThat(client.requests()).isEmpty();
    }

    private static final String NO_PARENT = " Link(slug=S \"b\") lacks the map or the list that a place is inside of: "
            + "Link.counts.de, Link.notes[0]. Set the whole column where it is absent, or ask by onlyIf() that what holds "
            + "the place exists.";

    private Update<Link> withoutParents() {
        return links.update("b")
                .set(LINK.clicks, 1L)
                .set(LINK.counts.key("de"), 1)
                .set(LINK.notes.at(0), "x");
    }

    @Test
    @DisplayName("E7 an update inside of what the item lacks says which places that may be, and changes nothing")
    void explainsMissingParents() {
        InvalidRequest thrown = catchThrowableOfType(
                InvalidRequest.class, () -> withoutParents().run());

        assertThat(thrown)
                .hasMessage("UpdateItem of Link(slug=S \"b\") in table '" + dynamoDb.tableName("Link") + "' failed: "
                        + "ValidationException: The document path provided in the update expression is invalid for "
                        + "update." + NO_PARENT);
        assertThat(thrown.getCause()).isNotNull();
        assertThat(dynamoDb.item("Link", Map.of("slug", fromS("b")))).isEmpty();
    }

    @Test
    @DisplayName(
            "X3 a transaction that is refused for an update inside of what the item lacks says which places may be meant")
    void explainsMissingParentsInTransactions() {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> engine.writeTransaction(tx -> tx.update(withoutParents())))
                .withMessageEndingWith("invalid for update." + NO_PARENT);
    }

    @Test
    @DisplayName("X3 the reason of a cancelled transaction says which places of an update may be meant")
    void explainsMissingParentsInReasons() {
        client.transactWriteItems((request, real) -> {
            throw TransactionCanceledException.builder()
                    .cancellationReasons(CancellationReason.builder()
                            .code("ValidationError")
                            .message("The document path provided in the update expression is invalid for update")
                            .build())
                    .build();
        });

        TransactionCancelled thrown = catchThrowableOfType(
                TransactionCancelled.class, () -> engine.writeTransaction(tx -> tx.update(withoutParents())));

        assertThat(thrown.reasons()).singleElement().asString().endsWith("invalid for update." + NO_PARENT);
    }

    @Test
    @DisplayName("E7 an update that reads what the item lacks says which places that may be")
    void explainsMissingSources() {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> links.update("a")
                        .setFrom(LINK.score, LINK.score.plus(LINK.score))
                        .run())
                .withMessageEndingWith("Link(slug=S \"a\") lacks what the update reads: Link.score. Set it first, by "
                        + "setIfAbsent() in an update of its own, or ask by onlyIf() that it exists.");
    }

    @Test
    @DisplayName("E7 an update that meets a value of another data type says at which places that may be")
    void explainsOtherDataTypes() {
        dynamoDb.put("Link", Map.of("slug", fromS("a"), "clicks", fromS("3"), "notes", fromS("n")));

        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> links.update("a")
                        .add(LINK.clicks, 1L)
                        .append(LINK.notes, List.of("x"))
                        .run())
                .withMessageEndingWith(
                        "Link(slug=S \"a\") holds a value of another data type than the model says at one "
                                + "of: Link.clicks (N), Link.notes (L). Load the item to see which, and set that place as a "
                                + "whole.");
    }

    @Test
    @DisplayName("E7 an index's key that is set to what another place holds says what a key of an index needs")
    void explainsCopiesIntoIndexKeys() {
        dynamoDb.put("Link", Map.of("slug", fromS("a"), "notes", fromL(List.of(fromS("")))));

        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() ->
                        links.update("a").setFrom(LINK.owner, LINK.notes.at(0)).run())
                .withMessageEndingWith("A key of an index is never empty, and of the data type that the index says: "
                        + "Link.owner. Set null to leave the item out of the index.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "One or more parameter values are not valid. A value specified for a secondary index key is not "
                        + "supported. The AttributeValue for a key attribute cannot contain an empty string value. "
                        + "IndexName: byOwner, IndexKey: owner",
                "One or more parameter values were invalid: Type mismatch for Index Key owner Expected: S Actual: N "
                        + "IndexName: byOwner",
                "The update expression attempted to update the secondary index key to unsupported type"
            })
    @DisplayName("E7 whatever DynamoDB says of an index's key, the advice names the keys that the update computes")
    void namesIndexKeysThatAreComputed(String said) {
        assertThat(refusedWith(said))
                .hasMessageEndingWith(said + ". A key of an index is never empty, and of the data type that the index "
                        + "says: Link.owner, Link.createdOn. Set null to leave the item out of the index.");
    }

    private InvalidRequest refusedWith(String said) {
        client.updateItem((request, real) -> {
            throw DynamoDbException.builder()
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("ValidationException")
                            .errorMessage(said)
                            .build())
                    .statusCode(400)
                    .build();
        });
        return catchThrowableOfType(
                InvalidRequest.class,
                () -> links.update("a")
                        .setFrom(LINK.owner, LINK.notes.at(0))
                        .setFrom(LINK.score, LINK.score.plus(LINK.score))
                        .setFrom(LINK.createdOn, LINK.createdOn)
                        .set(LINK.target, URI.create("a:b"))
                        .run());
    }

    @Test
    @DisplayName("E7 a fault of a request that says nothing of its places is told without advice")
    void advisesNothingElse() {
        String said = "Value provided in ExpressionAttributeValues unused in expressions: keys: {:x}";

        assertThat(refusedWith(said))
                .hasMessage("UpdateItem of Link(slug=S \"a\") in table '" + dynamoDb.tableName("Link")
                        + "' failed: ValidationException: " + said + ".");
    }

    @Test
    @DisplayName("E7 deleting all elements of a set removes the attribute")
    void removesEmptiedSets() {
        links.update("a").delete(LINK.tags, Set.of("x", "y")).run();

        assertThat(stored()).doesNotContainKey("tags");
        assertThat(LinkModel.LINK.tags.type().absent()).isEmpty();
    }
}
