package io.bloop.table;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.engine.BloopTemplate;
import io.bloop.expression.Condition;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.query.InvalidSearch;
import io.bloop.query.Page;
import io.bloop.testing.LocalDynamoDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MultiAttributeIndexTests {

    record Match(String id, String league, Integer season, String round, Long kickOff) {}

    static final class MatchModel extends ModelDefinition<Match> {

        static final MatchModel MATCH = new MatchModel();

        final StringColumn<Match, String> id =
                column("id", STRING).getter(Match::id).hashKey();
        final StringColumn<Match, String> league = column("league", STRING).getter(Match::league);
        final NumberColumn<Match, Integer> season =
                column("season", INTEGER).getter(Match::season).storedAs("y");
        final StringColumn<Match, String> round = column("round", STRING).getter(Match::round);
        final NumberColumn<Match, Long> kickOff = column("kickOff", LONG).getter(Match::kickOff);
        final GlobalSecondaryIndex<Match> bySeason =
                globalIndex("bySeason", ALL).hashKey(league, season).rangeKey(round, kickOff);

        private MatchModel() {
            super(Match.class);
        }

        @Override
        protected Match create(Values<Match> values) {
            return new Match(
                    values.get(id), values.get(league), values.get(season), values.get(round), values.get(kickOff));
        }
    }

    private static final MatchModel MATCH = MatchModel.MATCH;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private BloopTemplate<Match> matches;

    @BeforeEach
    void playMatches() {
        matches = dynamoDb.engine().template(MATCH);
        matches.save(new Match("1", "A", 2024, "final", 50L));
        matches.save(new Match("2", "A", 2025, "first", 10L));
        matches.save(new Match("3", "A", 2025, "final", 40L));
        matches.save(new Match("4", "A", 2025, "final", 30L));
        matches.save(new Match("5", "B", 2025, "final", 20L));
    }

    private List<String> ids(Condition<Match> where) {
        return matches.query(MATCH.bySeason).where(where).stream()
                .map(Match::id)
                .toList();
    }

    private void assertMalformed(Condition<Match> where, String printed) {
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> ids(where))
                .withMessage("Cannot search Match in table '" + dynamoDb.tableName("Match") + "' (index 'bySeason'): "
                        + "where() is " + printed + "; it takes league == value and season == value, and at most one "
                        + "of ==, <, <=, >, >=, between, begins_with on the last of [round, kickOff] that is named, "
                        + "with == on those before.");
    }

    @Test
    @DisplayName("M19 an index of two hash and two range attributes is created as declared")
    void createsTheIndex() {
        assertThat(KeySchema.of(
                                dynamoDb.describe("Match")
                                        .globalSecondaryIndexes()
                                        .get(0)
                                        .keySchema(),
                                Map.of())
                        .printNames())
                .isEqualTo("hash league, hash y, range round, range kickOff");
    }

    @Test
    @DisplayName("M19 an index of two hash and two range attributes is verified")
    void verifiesTheIndex() {
        var engine = dynamoDb.engineBuilder().bindMode(BindMode.VALIDATE).build();

        engine.bind(List.of(MATCH));

        assertThat(engine.tables()).containsKey(MATCH);
    }

    @Test
    @DisplayName("E9 a query gives every hash attribute a value")
    void queriesByTheHashAttributes() {
        assertThat(ids(MATCH.season.eq(2025).and(MATCH.league.eq("A")))).containsExactly("4", "3", "2");
    }

    @Test
    @DisplayName("E9 a query may restrict the first range attribute")
    void queriesByTheFirstRangeAttribute() {
        assertThat(ids(MATCH.league.eq("A").and(MATCH.season.eq(2025)).and(MATCH.round.beginsWith("fin"))))
                .containsExactly("4", "3");
    }

    @Test
    @DisplayName("E9 a query may restrict the second range attribute where the first is equal")
    void queriesByBothRangeAttributes() {
        assertThat(ids(MATCH.kickOff
                        .gt(30L)
                        .and(MATCH.round.eq("final"))
                        .and(MATCH.league.eq("A"))
                        .and(MATCH.season.eq(2025))))
                .containsExactly("3");
    }

    @Test
    @DisplayName("E9 a query without a value for each hash attribute shows the right form")
    void refusesAMissingHashAttribute() {
        assertMalformed(MATCH.league.eq("A"), "(league = S \"A\")");
    }

    @Test
    @DisplayName("E9 a query that passes over a range attribute shows the right form")
    void refusesAGapBetweenRangeAttributes() {
        assertMalformed(
                MATCH.league.eq("A").and(MATCH.season.eq(2025)).and(MATCH.kickOff.eq(30L)),
                "((league = S \"A\") and (season = N 2025) and (kickOff = N 30))");
    }

    @Test
    @DisplayName("E9 a query that goes on after an inequality shows the right form")
    void refusesARangeAttributeAfterAnInequality() {
        assertMalformed(
                MATCH.league
                        .eq("A")
                        .and(MATCH.season.eq(2025))
                        .and(MATCH.round.gt("a"))
                        .and(MATCH.kickOff.eq(30L)),
                "((league = S \"A\") and (season = N 2025) and (round > S \"a\") and (kickOff = N 30))");
    }

    @Test
    @DisplayName("E14 continuation tokens hold every attribute of the index's keys")
    void pagesThroughTheIndex() {
        List<String> found = new ArrayList<>();
        String token = null;
        do {
            Page<Match> page = matches.query(MATCH.bySeason)
                    .where(MATCH.league.eq("A").and(MATCH.season.eq(2025)))
                    .limit(1)
                    .from(token)
                    .page();
            page.items().forEach(match -> found.add(match.id()));
            token = page.next().orElse(null);
        } while (token != null);

        assertThat(found).containsExactly("4", "3", "2");
    }
}
