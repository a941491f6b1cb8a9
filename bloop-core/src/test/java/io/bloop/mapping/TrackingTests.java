package io.bloop.mapping;

import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.testing.Mappings.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.expression.Placeholders;
import io.bloop.expression.UpdateExpression;
import io.bloop.mapping.internal.Changes;
import io.bloop.model.BaseModel;
import io.bloop.model.Baseline;
import io.bloop.testing.Link;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TrackingTests {

    private static final Object ENGINE = new Object();
    private static final Object OTHER_ENGINE = new Object();

    private static Link loaded() {
        Map<String, AttributeValue> item = Map.of(
                "slug", AttributeValue.fromS("curl"),
                "owner", AttributeValue.fromS("me"),
                "clicks", AttributeValue.fromN("7"));
        return mapping(LINK).read(item, ENGINE);
    }

    private static String written(Link link, Object engine) {
        return written(mapping(LINK).changes(link, engine));
    }

    private static String written(Changes<Link> changes) {
        Placeholders placeholders = new Placeholders();
        UpdateExpression update = new UpdateExpression(placeholders);
        changes.apply(update);
        return update.render() + " " + placeholders.names();
    }

    @Test
    void nothingChangedIsNothingToWrite() {
        assertThat(mapping(LINK).changes(loaded(), ENGINE).isEmpty()).isTrue();
    }

    @Test
    void aNewObjectIsWrittenEvenIfItHasOnlyAKey() {
        Link link = new Link("curl");
        assertThat(mapping(LINK).changes(link, ENGINE).isEmpty()).isFalse();
    }

    @Test
    void onlyWhatDiffersIsWritten() {
        Link link = loaded();
        link.owner = null;
        link.clicks = 8;
        assertThat(written(link, ENGINE)).isEqualTo("SET #n0 = :v0 REMOVE #n1 {#n0=clicks, #n1=owner}");
    }

    @Test
    void anotherEngineKnowsNothingOfTheObject() {
        assertThat(written(loaded(), OTHER_ENGINE))
                .isEqualTo("SET #n0 = :v0, #n1 = :v1, #n2 = :v2, #n3 = :v3 "
                        + "{#n0=owner, #n1=clicks, #n2=notes, #n3=counts}");
    }

    @Test
    void underAnotherKeyNothingIsKnownOfTheObject() {
        Link link = loaded();
        link.slug = "wget";
        link.owner = null;
        assertThat(written(link, ENGINE))
                .isEqualTo("SET #n0 = :v0, #n1 = :v1, #n2 = :v2 {#n0=clicks, #n1=notes, #n2=counts}");
    }

    @Test
    void nothingCountsAsSavedBeforeTheCommit() {
        Link link = loaded();
        link.clicks = 8;
        Changes<Link> changes = mapping(LINK).changes(link, ENGINE);
        assertThat(mapping(LINK).changes(link, ENGINE).isEmpty()).isFalse();
        changes.commit(link, Map.of());
        assertThat(mapping(LINK).changes(link, ENGINE).isEmpty()).isTrue();
    }

    @Test
    void whatIsSetBetweenPreparationAndCommitStillCountsAsChanged() {
        Link link = loaded();
        link.clicks = 8;
        Changes<Link> changes = mapping(LINK).changes(link, ENGINE);
        link.owner = "you";
        changes.commit(link, Map.of());
        assertThat(written(link, ENGINE)).isEqualTo("SET #n0 = :v0 {#n0=owner}");
    }

    @Test
    void clearedColumnsAreRemovedUnlessTheyAreSet() {
        Link link = loaded();
        link.clicks = 8;
        Changes<Link> changes = mapping(LINK).changes(link, ENGINE);
        changes.clear(List.of(LINK.target, LINK.target, LINK.clicks, LINK.slug));
        assertThat(written(changes)).isEqualTo("SET #n0 = :v0 REMOVE #n1 {#n0=clicks, #n1=u}");
    }

    @Test
    void aDeletedObjectIsNewAgain() {
        Link link = loaded();
        mapping(LINK).deleted(link, link, ENGINE);
        assertThat(mapping(LINK).changes(link, ENGINE).isEmpty()).isFalse();
    }

    @Test
    void whatIsRememberedNeverShows() {
        Baseline fresh = new Baseline();
        Baseline used = loaded().baseline();
        assertThat(used).isEqualTo(fresh).hasSameHashCodeAs(fresh).hasToString("Baseline");
    }

    private static final class Note extends BaseModel implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aDeserializedObjectIsNew() throws Exception {
        Note note = new Note();
        note.baseline();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(note);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((Note) in.readObject()).baseline().remembered(ENGINE)).isNull();
        }
    }
}
