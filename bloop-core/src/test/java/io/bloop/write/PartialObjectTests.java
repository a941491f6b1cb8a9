package io.bloop.write;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.read.Consistency;
import io.bloop.testing.BothClients;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.SentOperations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@BothClients
class PartialObjectTests {

    private static final Map<String, AttributeValue> WHOLE = Map.ofEntries(
            Map.entry("slug", fromS("a")),
            Map.entry("u", fromS("https://example.com")),
            Map.entry("owner", fromS("me")),
            Map.entry("createdOn", fromS("2024-05-01T00:00:00.000000+00:00")),
            Map.entry("expiresOn", fromN("4000000000")),
            Map.entry("clicks", fromN("7")),
            Map.entry("score", fromN("1.5")),
            Map.entry("pinned", fromBool(true)),
            Map.entry("icon", fromB(SdkBytes.fromUtf8String("png"))),
            Map.entry("tags", fromSs(List.of("x"))),
            Map.entry("notes", fromL(List.of(fromS("n")))),
            Map.entry("counts", fromM(Map.of("c", fromN("1")))),
            Map.entry("unknown", fromS("kept")));

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final SentOperations sent = new SentOperations();
    private BloopTemplate<Link> links;

    @BeforeEach
    void storeALink() {
        Engine engine = dynamoDb.engineBuilder().observer(sent).build();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
        dynamoDb.put("Link", WHOLE);
    }

    private Map<String, AttributeValue> stored() {
        return dynamoDb.item("Link", Map.of("slug", fromS("a")));
    }

    private static Map<String, AttributeValue> wholeWith(String name, AttributeValue value) {
        Map<String, AttributeValue> changed = new HashMap<>(WHOLE);
        changed.put(name, value);
        return changed;
    }

    private Link throughIndex(GlobalSecondaryIndex<Link> index) {
        Link link = links.query(index).where(LINK.owner.eq("me")).one();
        sent.clear();
        return link;
    }

    private Link throughKeys() {
        return throughIndex(LINK.slugsByOwner);
    }

    @Test
    @DisplayName("E11 a load through an index of keys leaves every other column absent")
    void readsKeysAlone() {
        Link link = throughKeys();

        assertThat(link.slug).isEqualTo("a");
        assertThat(link.owner).isEqualTo("me");
        assertThat(link.target).isNull();
        assertThat(link.createdOn).isNull();
        assertThat(link.clicks).isZero();
        assertThat(link.tags).isNull();
    }

    @Test
    @DisplayName("E4 a load through an index of keys and a save leave every attribute as it was")
    void savesNothingOfWhatWasNotLoaded() {
        Link link = throughKeys();

        links.save(link);

        assertThat(sent.operations()).isEmpty();
        assertThat(stored()).isEqualTo(WHOLE);
    }

    @Test
    @DisplayName("E4 a column that was not loaded is written if it was assigned, and no other")
    void savesWhatWasAssigned() {
        Link link = throughKeys();
        link.clicks = 8;

        links.save(link);

        assertThat(stored()).isEqualTo(wholeWith("clicks", fromN("8")));
    }

    @Test
    @DisplayName("E4 a set that was not loaded is written if it was assigned")
    void savesASetThatWasAssigned() {
        Link link = throughKeys();
        link.tags = new HashSet<>(Set.of("z"));

        links.save(link);

        assertThat(stored()).isEqualTo(wholeWith("tags", fromSs(List.of("z"))));
    }

    @Test
    @DisplayName("E4 a set that was not loaded is removed if an empty one was assigned")
    void removesASetThatWasAssignedEmpty() {
        Link link = throughKeys();
        link.tags = new HashSet<>();

        links.save(link);

        Map<String, AttributeValue> expected = new HashMap<>(WHOLE);
        expected.remove("tags");
        assertThat(stored()).isEqualTo(expected);
    }

    @Test
    @DisplayName("E4 a load through an index of some columns and a save of one of them leave the others")
    void savesThroughSomeColumns() {
        Link link = throughIndex(LINK.targetsByOwner);
        link.tags.add("y");

        links.save(link);

        assertThat(stored())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(wholeWith("tags", fromSs(List.of("x", "y"))));
    }

    @Test
    @DisplayName("E4 a column that was loaded through an index and set to null is removed")
    void removesWhatWasLoaded() {
        Link link = throughIndex(LINK.targetsByOwner);
        link.target = null;

        links.save(link);

        Map<String, AttributeValue> expected = new HashMap<>(WHOLE);
        expected.remove("u");
        assertThat(stored()).isEqualTo(expected);
    }

    @Test
    @DisplayName("E4 a load of selected columns and a save of one of them leave the others")
    void savesSelectedColumns() {
        Link link = links.query()
                .where(LINK.slug.eq("a"))
                .select(LINK.clicks, LINK.notes)
                .one();
        link.notes.add("m");

        links.save(link);

        assertThat(stored()).isEqualTo(wholeWith("notes", fromL(List.of(fromS("n"), fromS("m")))));
    }

    @Test
    @DisplayName("E4 a scan of selected columns and a save leave every attribute as it was")
    void savesScannedColumns() {
        Link link = links.scan(LINK.slugsByOwner).one();
        sent.clear();

        links.save(link);

        assertThat(sent.operations()).isEmpty();
    }

    @Test
    @DisplayName("E4 several saves of a partial object never write what was not loaded")
    void staysPartial() {
        Link link = throughKeys();
        link.clicks = 8;
        links.save(link);
        link.clicks = 9;

        links.save(link);

        assertThat(stored()).isEqualTo(wholeWith("clicks", fromN("9")));
    }

    @Test
    @DisplayName("E4 replacing an item by a partial object is refused")
    void refusesToReplaceByAPartialObject() {
        Link link = throughKeys();

        assertThatExceptionOfType(IncompleteObject.class)
                .isThrownBy(() -> links.replace(link))
                .withMessage(
                        "Link(slug=S \"a\") was loaded through a projection, or saved without being told "
                                + "when its item was created, and replacing the item would erase the columns it lacks; use save(), or load it whole first.")
                .returns("Link(slug=S \"a\")", IncompleteObject::object);
        assertThat(stored()).isEqualTo(WHOLE);
    }

    @Test
    @DisplayName("E4 replacing is refused also after a partial object was saved")
    void refusesToReplaceAfterASave() {
        Link link = throughKeys();
        link.clicks = 8;
        links.save(link);

        assertThatExceptionOfType(IncompleteObject.class).isThrownBy(() -> links.replace(link));
    }

    @Test
    @DisplayName("E4 an object that was loaded whole since may replace its item")
    void replacesAfterAWholeLoad() {
        Link link = throughKeys();
        links.load(link, Consistency.STRONG);

        links.replace(link);

        Map<String, AttributeValue> expected = new HashMap<>(WHOLE);
        expected.remove("unknown");
        assertThat(stored()).isEqualTo(expected);
    }

    @Test
    @DisplayName("E6 a partial object that has taken over the new values is whole")
    void becomesWholeBySync() {
        Link link = throughKeys();
        links.save(link, WriteOptions.sync(Sync.NEW));

        links.replace(link);

        Map<String, AttributeValue> expected = new HashMap<>(WHOLE);
        expected.remove("unknown");
        assertThat(stored()).isEqualTo(expected);
    }

    private BloopTemplate<Link> otherEngine() {
        return dynamoDb.engineBuilder()
                .tableNames((model, name) -> dynamoDb.tableName("other"))
                .build()
                .template(LINK);
    }

    @Test
    @DisplayName("E1 a partial object that is saved to another engine does not erase there what it lacks")
    void savesWhatItHasToAnotherEngine() {
        BloopTemplate<Link> others = otherEngine();
        others.find("a");
        dynamoDb.put("other", WHOLE);
        Link link = throughKeys();

        others.save(link);

        assertThat(dynamoDb.item("other", Map.of("slug", fromS("a")))).isEqualTo(WHOLE);
    }

    @Test
    @DisplayName("E1 an empty set that was loaded says nothing about the item of another engine")
    void savesNoEmptySetsToAnotherEngine() {
        BloopTemplate<Link> others = otherEngine();
        others.find("a");
        dynamoDb.put("other", WHOLE);
        links.update("a").remove(LINK.tags).run();
        Link link = throughIndex(LINK.targetsByOwner);

        others.save(link);

        assertThat(dynamoDb.item("other", Map.of("slug", fromS("a")))).isEqualTo(WHOLE);
    }

    @Test
    @DisplayName("E1 a partial object that went to another engine and back erases nothing")
    void savesWhatItHasOnReturn() {
        Link link = throughKeys();
        otherEngine().save(link);

        links.save(link);

        assertThat(stored()).isEqualTo(WHOLE);
    }

    @Test
    @DisplayName("E1 a partial object that went to another engine still cannot replace")
    void refusesToReplaceOnReturn() {
        Link link = throughKeys();
        otherEngine().save(link);

        assertThatExceptionOfType(IncompleteObject.class).isThrownBy(() -> links.replace(link));
    }

    @Test
    @DisplayName("E1 a partial object that was deleted from another engine still cannot replace")
    void refusesToReplaceAfterADeleteElsewhere() {
        Link link = throughKeys();
        otherEngine().delete(link);

        assertThatExceptionOfType(IncompleteObject.class).isThrownBy(() -> links.replace(link));
    }

    @Test
    @DisplayName("E4 a partial object under another key does not erase what is there")
    void savesWhatItHasUnderAnotherKey() {
        Link link = throughKeys();
        dynamoDb.put("Link", wholeWith("slug", fromS("b")));
        link.slug = "b";

        links.save(link);

        assertThat(dynamoDb.item("Link", Map.of("slug", fromS("b")))).isEqualTo(wholeWith("slug", fromS("b")));
    }

    @Test
    @DisplayName("E4 clear() removes a column that was not loaded")
    void clearsWhatWasNotLoaded() {
        Link link = throughKeys();

        links.save(link, WriteOptions.clear(LINK.tags, LINK.notes, LINK.clicks, LINK.target));

        Map<String, AttributeValue> expected = new HashMap<>(WHOLE);
        expected.keySet().removeAll(List.of("tags", "notes", "clicks", "u"));
        assertThat(stored()).isEqualTo(expected);
    }

    @Test
    @DisplayName("E4 after clear() a column that was not loaded is known to be absent")
    void knowsWhatWasCleared() {
        Link link = throughKeys();
        links.save(link, WriteOptions.clear(LINK.notes));
        sent.clear();

        links.save(link);
        assertThat(sent.operations()).isEmpty();

        // an empty list is no change of what is known to be absent, and would be one of what was not loaded
        link.notes = new ArrayList<>();
        links.save(link);
        assertThat(sent.operations()).isEmpty();
    }

    @Test
    @DisplayName("E4 clear() leaves the key, versions and moments of a partial object, and columns that have a value")
    void clearsOnlyWhatHasNoValue() {
        Link link = throughKeys();
        link.owner = "you";

        links.save(link, WriteOptions.clear(LINK.slug, LINK.owner, LINK.tags));

        Map<String, AttributeValue> expected = wholeWith("owner", fromS("you"));
        expected.remove("tags");
        assertThat(stored()).isEqualTo(expected);
    }

    @Test
    @DisplayName("E4 a partial object of which every column that was not loaded was cleared may replace its item")
    void isWholeAfterClearing() {
        Link link = throughKeys();
        assertThatExceptionOfType(IncompleteObject.class).isThrownBy(() -> links.replace(link));
        links.save(
                link,
                WriteOptions.clear(
                        LINK.target,
                        LINK.owner,
                        LINK.createdOn,
                        LINK.expiresOn,
                        LINK.clicks,
                        LINK.score,
                        LINK.pinned,
                        LINK.icon,
                        LINK.tags,
                        LINK.notes,
                        LINK.counts));

        links.replace(link);

        assertThat(stored()).doesNotContainKeys("u", "unknown").containsEntry("slug", fromS("a"));
    }

    @Test
    @DisplayName("E4 a partial object that was inserted under a free key may replace")
    void isWholeAfterAnInsert() {
        Link link = throughKeys();
        link.slug = "b";
        links.insert(link);
        link.clicks = 3;

        links.replace(link);

        assertThat(dynamoDb.item("Link", Map.of("slug", fromS("b")))).containsEntry("clicks", fromN("3"));
    }
}
