package io.bloop.engine;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.model.BaseModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Gives engines objects that equal each other, change what they equal, or cannot be compared at all. */
class IdentityTests {

    /** Equals each other card of the same rank, which changes when it is loaded. */
    static class Card extends BaseModel {
        @Nullable
        String id;

        long rank;

        static Card of(String id, long rank) {
            Card card = new Card();
            card.id = id;
            card.rank = rank;
            return card;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Card that && rank == that.rank;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(rank);
        }
    }

    static final class CardModel extends ModelDefinition<Card> {

        static final CardModel CARD = new CardModel();

        final StringColumn<Card, String> id = column("id", STRING)
                .getter(c -> c.id)
                .setter((c, v) -> c.id = v)
                .hashKey();
        final NumberColumn<Card, Long> rank =
                column("rank", LONG.orElse(0L)).getter(c -> c.rank).setter((c, v) -> c.rank = v);

        private CardModel() {
            super(Card.class);
        }

        @Override
        protected Card create(Values<Card> values) {
            return new Card();
        }
    }

    /** Cannot be compared. */
    static final class Touchy extends BaseModel {
        @Nullable
        String id;

        static Touchy of(String id) {
            Touchy touchy = new Touchy();
            touchy.id = id;
            return touchy;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            throw new AssertionError("compared");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashed");
        }

        @Override
        public String toString() {
            return "Touchy " + id;
        }
    }

    static final class TouchyModel extends ModelDefinition<Touchy> {

        final StringColumn<Touchy, String> id = column("id", STRING)
                .getter(t -> t.id)
                .setter((t, v) -> t.id = v)
                .hashKey();

        TouchyModel() {
            super(Touchy.class);
        }

        @Override
        protected Touchy create(Values<Touchy> values) {
            return new Touchy();
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private Engine engine;
    private BloopTemplate<Card> cards;

    @BeforeEach
    void bind() {
        client = dynamoDb.intercept();
        engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(CardModel.CARD));
        cards = engine.template(CardModel.CARD);
        client.clear();
    }

    @Test
    @DisplayName("M5 objects that equal each other are saved each")
    void savesEqualObjects() {
        engine.saveEach(List.of(Card.of("a", 1), Card.of("b", 1)));
        assertThat(cards.scan().count()).isEqualTo(2);
    }

    @Test
    @DisplayName("M5 objects whose equality changes while they are loaded are loaded each")
    void loadsObjectsThatChange() {
        engine.saveEach(List.of(Card.of("a", 1), Card.of("b", 2)));
        Card first = Card.of("a", 0);
        Card second = Card.of("b", 0);

        cards.loadAll(List.of(first, second), STRONG);

        assertThat(List.of(first.rank, second.rank)).containsExactly(1L, 2L);
        client.clear();
        engine.saveEach(List.of(first, second));
        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("M5 the same object twice counts once")
    void savesTheSameObjectOnce() {
        Card card = Card.of("a", 1);
        engine.saveEach(List.of(card, card));
        assertThat(client.operations()).containsExactly("UpdateItem");
    }

    @Test
    @DisplayName("M5 what one object remembers is not taken for another's that equals it")
    void remembersByIdentity() {
        Card saved = cards.save(Card.of("a", 1));
        Card other = Card.of("b", 1);
        assertThat(other).isEqualTo(saved);

        cards.save(other);

        assertThat(cards.find("b")).isPresent();
    }

    @Test
    @DisplayName("M5 objects are never compared nor hashed, whatever is done with them")
    void neverComparesObjects() {
        TouchyModel model = new TouchyModel();
        BloopTemplate<Touchy> touchy = engine.template(model);
        Touchy a = Touchy.of("a");
        Touchy b = Touchy.of("b");

        touchy.save(a);
        engine.saveEach(List.of(a, b));
        engine.loadAll(List.of(a, b), STRONG);
        touchy.loadAll(List.of(a, b));
        touchy.bulk().replaceAll(List.of(a, b));
        touchy.bulk().saveEach(List.of(a, b));
        engine.writeTransaction(tx -> tx.save(a).delete(b));
        engine.readTransaction(tx -> tx.find(model.keyOf("a")));
        assertThat(touchy.scan().all()).hasSize(1);
        touchy.bulk().deleteAll(List.of(a, b));

        assertThat(touchy.scan().count()).isZero();
    }
}
