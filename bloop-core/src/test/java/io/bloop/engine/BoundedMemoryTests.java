package io.bloop.engine;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;

/** Counts what calls with many objects hold at once: what they have taken or received, and not yet handed on. */
@Tag("once")
class BoundedMemoryTests {

    private static final int MANY = 10_000;
    private static final int BATCH = 25;
    private static final int CHUNK = 100;
    private static final int SIDE_BY_SIDE = 4;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final AtomicLong received = new AtomicLong();
    private final AtomicLong loaded = new AtomicLong();
    private final AtomicLong most = new AtomicLong();
    private InterceptedClient client;
    private BloopTemplate<Link> links;

    @BeforeEach
    void bind() {
        client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client())
                .observer((operation, target) -> outcome -> {
                    if (operation.equals("BatchGetItem")) {
                        hold(received.addAndGet(outcome.items()) - loaded.get());
                    }
                })
                .listener(new EngineListener<>() {
                    @Override
                    public void afterLoad(Engine engine, ModelDefinition<?> model, Object object) {
                        loaded.incrementAndGet();
                    }
                })
                .build();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
    }

    private void hold(long items) {
        most.accumulateAndGet(items, Math::max);
    }

    private static Stream<Link> many() {
        return IntStream.range(0, MANY).mapToObj(i -> new Link("s" + i));
    }

    @Test
    @DisplayName("E17 writing 10,000 objects holds one batch for each request in progress, and one more")
    void writesWithinBounds() {
        AtomicLong written = new AtomicLong();
        AtomicLong taken = new AtomicLong();
        client.batchWriteItem((request, real) -> {
            int items = request.requestItems().get(dynamoDb.tableName("Link")).size();
            hold(taken.get() - written.get());
            var answer = real.apply(request);
            written.addAndGet(items);
            return answer;
        });

        Stream<Link> counted = many().peek(link -> taken.incrementAndGet());
        assertThat(links.bulk().sideBySide(SIDE_BY_SIDE).replaceAll(counted::iterator))
                .isEqualTo(MANY);

        assertThat(client.requests(BatchWriteItemRequest.class)).hasSize(MANY / BATCH);
        assertThat(most.get()).isBetween((long) BATCH, (SIDE_BY_SIDE + 2L) * BATCH);
    }

    @Test
    @DisplayName("E8 loading 10,000 keys holds the items of one request at a time")
    void loadsWithinBounds() {
        Stream<Link> all = many();
        links.bulk().replaceAll(all::iterator);
        List<Key<Link>> keys = many().map(link -> LINK.key(link.slug)).toList();

        assertThat(links.findEach(keys, STRONG)).hasSize(MANY);
        assertThat(links.loadAll(many().toList(), STRONG)).hasSize(MANY);

        assertThat(received.get()).isEqualTo(loaded.get()).isEqualTo(2L * MANY);
        assertThat(most.get()).isEqualTo(CHUNK);
    }
}
