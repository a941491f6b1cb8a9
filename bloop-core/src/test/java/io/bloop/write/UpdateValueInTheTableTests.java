package io.bloop.write;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.RequestFailed;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class UpdateValueInTheTableTests {

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
                        "score", fromN("10"),
                        "notes", fromL(List.of(fromS("m"))),
                        "counts", fromM(Map.of("de", fromN("1"), "at", fromN("7")))));
        client.clear();
    }

    private Map<String, AttributeValue> stored(String slug) {
        return dynamoDb.item("Link", Map.of("slug", fromS(slug)));
    }

    @Test
    @DisplayName("E7 an update appends to a list")
    void appends() {
        links.update("a").append(LINK.notes, List.of("x", "y")).run();

        assertThat(stored("a")).containsEntry("notes", fromL(List.of(fromS("m"), fromS("x"), fromS("y"))));
    }

    @Test
    @DisplayName("E7 an update prepends to a list")
    void prepends() {
        links.update("a").prepend(LINK.notes, List.of("x", "y")).run();

        assertThat(stored("a")).containsEntry("notes", fromL(List.of(fromS("x"), fromS("y"), fromS("m"))));
    }

    @Test
    @DisplayName("E7 an absent list counts as empty")
    void appendsToAnAbsentList() {
        links.update("b").append(LINK.notes, List.of("x")).run();
        links.update("c").prepend(LINK.notes, List.of("y")).run();

        assertThat(stored("b")).isEqualTo(Map.of("slug", fromS("b"), "notes", fromL(List.of(fromS("x")))));
        assertThat(stored("c")).isEqualTo(Map.of("slug", fromS("c"), "notes", fromL(List.of(fromS("y")))));
    }

    @Test
    @DisplayName("E7 a value is set only where the column is absent")
    void setsIfAbsent() {
        links.update("a")
                .setIfAbsent(LINK.owner, "you")
                .setIfAbsent(LINK.pinned, true)
                .run();

        assertThat(stored("a"))
                .containsEntry("owner", fromS("me"))
                .containsEntry("pinned", AttributeValue.fromBool(true));
    }

    @Test
    @DisplayName("E7 setting nothing where a column is absent is refused")
    void refusesToSetNothingIfAbsent() {
        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> links.update("a").setIfAbsent(LINK.owner, null))
                .withMessage("The update of Link(slug=S \"a\") needs a String for 'owner' that says something, which "
                        + "null and an empty set do not; give one, or leave the action out.");
    }

    @Test
    @DisplayName("E7 a number is set to the sum of a column and a number")
    void setsASum() {
        links.update("a").setFrom(LINK.clicks, LINK.clicks.plus(4L)).run();

        assertThat(stored("a")).containsEntry("clicks", fromN("7"));
    }

    @Test
    @DisplayName("E7 a number is set to the difference of a column and a number")
    void setsADifference() {
        links.update("a")
                .setFrom(LINK.score, LINK.score.minus(new BigDecimal("0.5")))
                .run();

        assertThat(stored("a")).containsEntry("score", fromN("9.5"));
    }

    @Test
    @DisplayName("E7 a number is set to the sum and the difference of two columns")
    void setsSumsOfColumns() {
        links.update("a").setFrom(LINK.score, LINK.score.plus(LINK.score)).run();
        links.update("a").setFrom(LINK.clicks, LINK.clicks.minus(LINK.clicks)).run();

        assertThat(stored("a")).containsEntry("score", fromN("20")).containsEntry("clicks", fromN("0"));
    }

    @Test
    @DisplayName("E7 a sum with what the item lacks fails, and changes nothing")
    void refusesASumWithNothing() {
        Map<String, AttributeValue> before = stored("a");

        RequestFailed thrown = catchThrowableOfType(
                RequestFailed.class,
                () -> links.update("a")
                        .set(LINK.owner, "you")
                        .setFrom(
                                LINK.counts.key("fr").asNumber(),
                                LINK.counts.key("it").asNumber().plus(1))
                        .run());

        assertThat(thrown)
                .hasMessage("UpdateItem of Link(slug=S \"a\") in table '" + dynamoDb.tableName("Link") + "' failed: "
                        + "ValidationException: The provided expression refers to an attribute that does not exist "
                        + "in the item. Link(slug=S \"a\") lacks what the update reads: Link.counts.it. Set it first, by "
                        + "setIfAbsent() in an update of its own, or ask by onlyIf() that it exists.");
        assertThat(stored("a")).isEqualTo(before);
    }

    @Test
    @DisplayName("E7 a column is set to what another place held before")
    void copies() {
        links.update("a")
                .setFrom(LINK.owner, LINK.notes.at(0))
                .set(LINK.notes.at(0), "new")
                .run();

        assertThat(stored("a")).containsEntry("owner", fromS("m")).containsEntry("notes", fromL(List.of(fromS("new"))));
    }

    @Test
    @DisplayName("E7 numbers inside of a map are counted")
    void addsToMembersOfAMap() {
        links.update("a")
                .add(LINK.counts.key("de").asNumber(), 1)
                .add(LINK.counts.key("fr").asNumber(), 5)
                .remove(LINK.counts.key("at"))
                .run();

        assertThat(stored("a")).containsEntry("counts", fromM(Map.of("de", fromN("2"), "fr", fromN("5"))));
    }

    @Test
    @DisplayName("E7 an update without an action is refused before any call")
    void refusesToDoNothing() {
        Update<Link> nothing = links.update("b").onlyIf(LINK.slug.notExists());

        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(nothing::run)
                .withMessage("The update of Link(slug=S \"b\") has no action, and would create an item of its key "
                        + "alone; add one, such as set(), or check a condition in a transaction.");
        assertThatExceptionOfType(InvalidWrite.class).isThrownBy(nothing::returnNew);
        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> engine.writeTransaction(tx -> tx.update(nothing)));
        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E5 an update whose condition is not met gives the item that was there where asked")
    void givesTheExistingObject() {
        ConstraintViolation thrown = catchThrowableOfType(
                ConstraintViolation.class,
                () -> links.update("a")
                        .add(LINK.clicks, 1L)
                        .onlyIf(LINK.owner.eq("you"))
                        .returnExistingOnFailure()
                        .run());

        assertThat(thrown.existing())
                .isInstanceOfSatisfying(
                        Link.class, link -> assertThat(link.owner).isEqualTo("me"));
    }

    @Test
    @DisplayName("X1 an update in a transaction takes every action")
    void takesEveryActionInATransaction() {
        engine.writeTransaction(tx -> tx.update(links.update("a")
                .append(LINK.notes, List.of("z"))
                .setIfAbsent(LINK.pinned, false)
                .setFrom(LINK.clicks, LINK.clicks.plus(2L))
                .add(LINK.score, BigDecimal.ONE)
                .remove(LINK.owner)));

        assertThat(stored("a"))
                .containsEntry("notes", fromL(List.of(fromS("m"), fromS("z"))))
                .containsEntry("pinned", AttributeValue.fromBool(false))
                .containsEntry("clicks", fromN("5"))
                .containsEntry("score", fromN("11"))
                .doesNotContainKey("owner");
    }
}
