package io.bloop.write;

import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.returnExisting;
import static io.bloop.write.WriteOptions.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.MissingKey;
import io.bloop.request.ConstraintViolation;
import io.bloop.testing.BothClients;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.SentOperations;
import io.bloop.type.InvalidValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@BothClients
class InsertReplaceDeleteTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final SentOperations sent = new SentOperations();
    private BloopTemplate<Link> links;

    @BeforeEach
    void bind() {
        Engine engine = dynamoDb.engineBuilder().observer(sent).build();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
        sent.clear();
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
        sent.clear();
        return link;
    }

    private static Link link(String owner) {
        Link link = new Link("a");
        link.owner = owner;
        link.createdOn = null;
        return link;
    }

    @Test
    @DisplayName("E4 an object is inserted under a free key")
    void inserts() {
        links.insert(link("me"));

        assertThat(stored("a")).containsEntry("owner", fromS("me"));
    }

    @Test
    @DisplayName("E5 inserting where the key is taken is ConstraintViolation, and the item stays as it was")
    void refusesATakenKey() {
        store(Map.of("owner", fromS("me")));
        Link link = link("you");

        ConstraintViolation thrown = catchThrowableOfType(ConstraintViolation.class, () -> links.insert(link));

        assertThat(thrown)
                .hasMessage("The insert of Link(slug=S \"a\") in table '" + dynamoDb.tableName("Link")
                        + "' was refused: attribute_not_exists(slug) does not hold.")
                .hasCauseInstanceOf(ConditionalCheckFailedException.class);
        assertThat(thrown.operation()).isEqualTo("insert");
        assertThat(thrown.object()).isSameAs(link);
        assertThat(thrown.condition()).isEqualTo(LINK.slug.notExists());
        assertThat(thrown.existing()).isNull();
        assertThat(stored("a")).isEqualTo(Map.of("slug", fromS("a"), "owner", fromS("me")));
    }

    @Test
    @DisplayName("E5 a refused insert leaves the object new")
    void keepsARefusedObjectNew() {
        store(Map.of("owner", fromS("me")));
        Link link = link("you");
        assertThatExceptionOfType(ConstraintViolation.class).isThrownBy(() -> links.insert(link));
        link.slug = "b";

        links.insert(link);

        assertThat(stored("b")).containsEntry("owner", fromS("you"));
    }

    @Test
    @DisplayName("E4 inserting a loaded object that has not changed writes it whole")
    void insertsALoadedObjectWhole() {
        store(Map.of("owner", fromS("me")));
        Link link = loaded();
        links.deleteByKey(LINK.key("a"));

        links.insert(link);

        assertThat(stored("a")).containsEntry("owner", fromS("me"));
    }

    @Test
    @DisplayName("E5 an insert may have a further condition and asks for both")
    void joinsTheConditionOfAnInsert() {
        store(Map.of());

        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> links.insert(link("me"), onlyIf(LINK.clicks.notExists())))
                .withMessage(
                        "The insert of Link(slug=S \"a\") in table '" + dynamoDb.tableName("Link") + "' was refused: "
                                + "(attribute_not_exists(slug) and attribute_not_exists(clicks)) does not hold.");
    }

    @Test
    @DisplayName("E5 where asked, the violation has the item that was there as an object")
    void returnsTheExistingObject() {
        store(Map.of("owner", fromS("me"), "clicks", fromN("3")));

        ConstraintViolation thrown =
                catchThrowableOfType(ConstraintViolation.class, () -> links.insert(link("you"), returnExisting()));

        assertThat(thrown.existing()).isInstanceOfSatisfying(Link.class, existing -> {
            assertThat(existing.owner).isEqualTo("me");
            assertThat(existing.clicks).isEqualTo(3);
        });
    }

    @Test
    @DisplayName("E5 the item that was there is a loaded object: it can be changed and saved")
    void returnsATrackedExistingObject() {
        store(Map.of("owner", fromS("me"), "other", fromS("kept")));
        ConstraintViolation thrown =
                catchThrowableOfType(ConstraintViolation.class, () -> links.insert(link("you"), returnExisting()));
        Link existing = (Link) thrown.existing();
        existing.owner = "them";

        links.save(existing);

        assertThat(stored("a")).isEqualTo(Map.of("slug", fromS("a"), "owner", fromS("them"), "other", fromS("kept")));
    }

    @Test
    @DisplayName("E5 where there is no item, the violation has none")
    void returnsNoObjectWhereThereIsNone() {
        ConstraintViolation thrown = catchThrowableOfType(
                ConstraintViolation.class,
                () -> links.save(link("me"), onlyIf(LINK.owner.exists()).with(returnExisting())));

        assertThat(thrown.existing()).isNull();
    }

    @Test
    @DisplayName("E5 an item that cannot be read does not hide the violation")
    void reportsTheViolationWhereTheItemCannotBeRead() {
        store(Map.of("clicks", fromS("many")));

        ConstraintViolation thrown =
                catchThrowableOfType(ConstraintViolation.class, () -> links.insert(link("you"), returnExisting()));

        assertThat(thrown.existing()).isNull();
        assertThat(thrown.getCause().getSuppressed()).singleElement().isInstanceOf(InvalidValue.class);
    }

    @Test
    @DisplayName("E5 a violation tells operation, target, object and condition of a save")
    void reportsARefusedSave() {
        store(Map.of("owner", fromS("me")));
        Link link = loaded();

        ConstraintViolation thrown =
                catchThrowableOfType(ConstraintViolation.class, () -> links.save(link, onlyIf(LINK.owner.eq("you"))));

        assertThat(thrown)
                .hasMessage("The save of Link(slug=S \"a\") in table '" + dynamoDb.tableName("Link")
                        + "' was refused: (owner = ?) does not hold.");
        assertThat(thrown.operation()).isEqualTo("save");
        assertThat(thrown.target()).hasToString("Link in table '" + dynamoDb.tableName("Link") + "'");
        assertThat(thrown.object()).isSameAs(link);
        assertThat(thrown.condition()).isEqualTo(LINK.owner.eq("you"));
    }

    @Test
    @DisplayName("E4 replacing writes the whole item, attributes that the model does not know included")
    void replaces() {
        store(Map.of("owner", fromS("me"), "clicks", fromN("3"), "other", fromS("gone")));
        Link link = link("you");
        link.notes = null;
        link.counts = null;

        links.replace(link);

        assertThat(stored("a")).isEqualTo(Map.of("slug", fromS("a"), "owner", fromS("you"), "clicks", fromN("0")));
    }

    @Test
    @DisplayName("E4 a replaced object is known: nothing changed is no request")
    void remembersAReplacedObject() {
        Link link = link("me");
        links.replace(link);
        sent.clear();

        links.save(link);

        assertThat(sent.operations()).isEmpty();
    }

    @Test
    @DisplayName("E5 replacing under an unmet condition is ConstraintViolation")
    void refusesAReplacement() {
        store(Map.of("owner", fromS("me")));

        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> links.replace(link("you"), onlyIf(LINK.owner.eq("them"))))
                .withMessage("The replace of Link(slug=S \"a\") in table '" + dynamoDb.tableName("Link")
                        + "' was refused: (owner = ?) does not hold.");
        assertThat(stored("a")).containsEntry("owner", fromS("me"));
    }

    @Test
    @DisplayName("E6 replacing may take the old values over")
    void takesOverReplacedValues() {
        store(Map.of("owner", fromS("me")));
        Link link = link("you");

        links.replace(link, sync(Sync.OLD));

        assertThat(link.owner).isEqualTo("me");
        assertThat(stored("a")).containsEntry("owner", fromS("you"));
    }

    @Test
    @DisplayName("E6 taking the new values over after a replacement changes nothing")
    void takesOverNoNewValuesOfAReplacement() {
        Link link = link("you");

        assertThat(links.replace(link, sync(Sync.NEW))).isSameAs(link);

        assertThat(link.owner).isEqualTo("you");
    }

    @Test
    @DisplayName("M4 replacing without a key is MissingKey")
    void refusesToReplaceWithoutAKey() {
        assertThatExceptionOfType(MissingKey.class).isThrownBy(() -> links.replace(new Link()));
    }

    @Test
    @DisplayName("E4 an object is deleted by its key alone")
    void deletes() {
        store(Map.of("owner", fromS("me")));

        links.delete(link("you"));

        assertThat(stored("a")).isEmpty();
    }

    @Test
    @DisplayName("E4 deleting what is not there is no error")
    void deletesNothing() {
        Link link = link("me");

        assertThat(links.delete(link)).isSameAs(link);
    }

    @Test
    @DisplayName("E4 a deleted object is new: a save writes all of it")
    void savesADeletedObjectWhole() {
        store(Map.of("owner", fromS("me"), "clicks", fromN("3")));
        Link link = loaded();
        links.delete(link);

        links.save(link);

        assertThat(stored("a")).containsEntry("owner", fromS("me")).containsEntry("clicks", fromN("3"));
    }

    @Test
    @DisplayName("E5 deleting under an unmet condition is ConstraintViolation, and the object stays known")
    void refusesADeletion() {
        store(Map.of("owner", fromS("me")));
        Link link = loaded();

        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> links.delete(link, onlyIf(LINK.owner.eq("you"))))
                .withMessage("The delete of Link(slug=S \"a\") in table '" + dynamoDb.tableName("Link")
                        + "' was refused: (owner = ?) does not hold.");
        sent.clear();
        links.save(link);
        assertThat(sent.operations()).isEmpty();
    }

    @Test
    @DisplayName("E1 deleting from another engine leaves the object known here")
    void keepsWhatIsKnownHere() {
        store(Map.of("owner", fromS("me")));
        Link link = loaded();
        dynamoDb.engineBuilder()
                .tableNames((model, name) -> dynamoDb.tableName("other"))
                .build()
                .template(LINK)
                .delete(link);
        link.owner = null;

        links.save(link);

        assertThat(stored("a")).doesNotContainKey("owner");
    }

    @Test
    @DisplayName("E6 after a delete the old values are taken over")
    void takesOverDeletedValues() {
        store(Map.of("owner", fromS("me"), "clicks", fromN("3")));
        Link link = link("you");

        links.delete(link, sync(Sync.OLD));

        assertThat(link.owner).isEqualTo("me");
        assertThat(link.clicks).isEqualTo(3);
    }

    @Test
    @DisplayName("E6 the old values of a deleted object are new: a save writes them all")
    void savesDeletedValuesAgain() {
        store(Map.of("owner", fromS("me"), "clicks", fromN("3")));
        Link link = link("you");
        links.delete(link, sync(Sync.OLD));

        links.save(link);

        assertThat(stored("a")).containsEntry("owner", fromS("me")).containsEntry("clicks", fromN("3"));
    }

    @Test
    @DisplayName("E6 a save counts although the old values that it was to show cannot be read")
    void remembersSavesWithUnreadableOldValues() {
        store(Map.of("clicks", fromN("3.14")));
        Link link = link("you");
        link.clicks = 5;

        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> links.save(link, sync(Sync.OLD)));

        assertThat(link.clicks).isEqualTo(5);
        assertThat(stored("a")).containsEntry("owner", fromS("you")).containsEntry("clicks", fromN("5"));
        store(Map.of("clicks", fromN("7")));
        links.save(link);
        assertThat(stored("a")).containsEntry("clicks", fromN("7"));
    }

    @Test
    @DisplayName("E6 a deleted object counts as new although the old values that it was to show cannot be read")
    void forgetsDeletedObjectsWithUnreadableOldValues() {
        Link link = links.save(link("you"));
        store(Map.of("clicks", fromN("3.14")));

        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> links.delete(link, sync(Sync.OLD)));

        assertThat(stored("a")).isEmpty();
        links.save(link);
        assertThat(stored("a")).containsEntry("owner", fromS("you"));
    }

    @Test
    @DisplayName("E6 after a delete there are no new values to take over")
    void refusesNewValuesOfADeletion() {
        store(Map.of());

        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> links.delete(link("me"), sync(Sync.NEW)))
                .withMessage("The delete of Link in table '" + dynamoDb.tableName("Link")
                        + "' asks for new values, and after a delete there are none; use sync(OLD).");
        assertThat(stored("a")).isNotEmpty();
    }

    @Test
    @DisplayName("E4 deleting by key tells whether there was an item")
    void tellsWhetherItWasThere() {
        store(Map.of());

        assertThat(links.deleteByKey(LINK.key("a"))).isTrue();
        assertThat(links.deleteByKey(LINK.key("a"))).isFalse();
    }

    @Test
    @DisplayName("E5 deleting by key under an unmet condition is ConstraintViolation with the key and the item")
    void refusesADeletionByKey() {
        store(Map.of("owner", fromS("me")));

        ConstraintViolation thrown = catchThrowableOfType(
                ConstraintViolation.class,
                () -> links.deleteByKey(
                        LINK.key("a"), onlyIf(LINK.owner.eq("you")).with(returnExisting())));

        assertThat(thrown.object()).isEqualTo(LINK.key("a"));
        assertThat(thrown.existing())
                .isInstanceOfSatisfying(
                        Link.class, existing -> assertThat(existing.owner).isEqualTo("me"));
    }
}
