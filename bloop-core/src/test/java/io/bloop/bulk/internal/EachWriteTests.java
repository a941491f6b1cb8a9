package io.bloop.bulk.internal;

import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.bulk.BulkFailed;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.request.ConstraintViolation;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.write.Sync;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EachWriteTests {

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

    private static List<Link> links(int number) {
        return IntStream.range(0, number).mapToObj(i -> new Link("s" + i)).toList();
    }

    private Map<String, AttributeValue> stored(String slug) {
        return dynamoDb.item("Link", Map.of("slug", fromS(slug)));
    }

    @Test
    @DisplayName("E4 many objects are saved, each by its own request")
    void savesEach() {
        List<Link> all = links(20);

        assertThat(links.bulk().saveEach(all)).isEqualTo(all);

        assertThat(client.operations()).hasSize(20).containsOnly("UpdateItem");
        assertThat(links.scan().count()).isEqualTo(20);
    }

    @Test
    @DisplayName("E4 many objects are deleted, each by its own request")
    void deletesEach() {
        List<Link> all = links(5);
        links.bulk().saveEach(all);
        client.clear();

        assertThat(links.bulk().deleteEach(all)).isEqualTo(all);

        assertThat(client.operations()).hasSize(5).containsOnly("DeleteItem");
        assertThat(links.scan().first()).isEmpty();
    }

    @Test
    @DisplayName("E4 the same object twice counts once")
    void savesTheSameObjectOnce() {
        Link link = new Link("a");

        assertThat(links.bulk().saveEach(List.of(link, link))).containsExactly(link, link);

        assertThat(client.requests()).hasSize(1);
    }

    @Test
    @DisplayName("E4 two objects of one key are saved in turn")
    void savesTwoObjectsOfOneKeyInTurn() {
        Link first = new Link("a");
        first.clicks = 1;
        Link second = new Link("a");
        second.clicks = 2;
        client.updateItem((request, real) -> {
            if (client.requests().size() == 1) {
                pause();
            }
            return real.apply(request);
        });

        links.bulk().saveEach(List.of(first, second));

        assertThat(stored("a")).containsEntry("clicks", fromN("2"));
    }

    /** Gives another request the time to overtake. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("E5 a condition applies to each object, and a failure says which were done")
    void saysWhichWereDone() {
        List<Link> all = links(4);
        links.save(new Link("s2"));
        client.clear();

        BulkFailed thrown = catchThrowableOfType(
                BulkFailed.class, () -> links.bulk().sideBySide(1).saveEach(all, onlyIf(LINK.slug.notExists())));

        assertThat(thrown)
                .hasMessage("saveEach of Link in table '" + dynamoDb.tableName("Link") + "' stopped: 2 objects are "
                        + "done, and 2 are not known to be; see left(), and give them again once the cause is gone. "
                        + "The save of Link(slug=S \"s2\") in table '" + dynamoDb.tableName("Link") + "' was refused: "
                        + "attribute_not_exists(slug) does not hold.");
        assertThat(thrown.done()).isEqualTo(2);
        assertThat(thrown.left()).isEqualTo(all.subList(2, 4));
        assertThat(thrown.getCause())
                .isInstanceOfSatisfying(
                        ConstraintViolation.class, ex -> assertThat(ex.object()).isSameAs(all.get(2)));
        assertThat(stored("s3")).isEmpty();
    }

    @Test
    @DisplayName("E5 a delete of many takes conditions, and says which were done")
    void deletesOnlyIf() {
        List<Link> all = links(3);
        all.get(1).clicks = 5;
        links.bulk().saveEach(all);

        BulkFailed thrown = catchThrowableOfType(
                BulkFailed.class, () -> links.bulk().sideBySide(1).deleteEach(all, onlyIf(LINK.clicks.eq(0L))));

        assertThat(thrown.done()).isEqualTo(1);
        assertThat(thrown.left()).isEqualTo(all.subList(1, 3));
        assertThat(stored("s0")).isEmpty();
    }

    @Test
    @DisplayName("E6 many objects take over what the table holds after they were saved")
    void takesOverTheNewValues() {
        dynamoDb.put("Link", Map.of("slug", fromS("s1"), "owner", fromS("me")));
        List<Link> all = links(3);

        links.bulk().saveEach(all, sync(Sync.NEW));

        assertThat(all).extracting(link -> link.owner).containsExactly(null, "me", null);
    }

    @Test
    @DisplayName("E4 objects that have not changed are no request")
    void sendsNothingForWhatHasNotChanged() {
        List<Link> all = links(3);
        links.bulk().saveEach(all);
        client.clear();
        all.get(2).owner = "me";

        links.bulk().saveEach(all);

        assertThat(client.requests()).hasSize(1);
    }
}
