package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static io.bloop.query.Song.TUNE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.InvalidArgument;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Path;
import io.bloop.model.ProjectionDefinition;
import io.bloop.model.Values;
import io.bloop.read.Consistency;
import io.bloop.testing.BothClients;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

@BothClients
class ProjectionTests {

    private record Tagged(@Nullable String title, Set<String> tags) {}

    private record Length(int seconds) {}

    private static final class TaggedProjection extends ProjectionDefinition<Song, Tagged> {

        private TaggedProjection() {
            super(Tagged.class, SONG, List.of(SONG.title, SONG.tags));
        }

        @Override
        public Tagged create(Values<Song> values) {
            return new Tagged(values.get(SONG.title), values.get(SONG.tags, Set.of()));
        }
    }

    private static final TaggedProjection TAGGED = new TaggedProjection();

    /** Asks for a column, and perhaps reads another one. */
    private static final class LengthProjection extends ProjectionDefinition<Song, Length> {

        private final boolean readsMore;

        private LengthProjection(boolean readsMore) {
            super(Length.class, SONG, List.of(SONG.seconds));
            this.readsMore = readsMore;
        }

        @Override
        public Length create(Values<Song> values) {
            if (readsMore) {
                values.get(SONG.title);
            }
            Integer seconds = values.required(SONG.seconds);
            if (seconds == null || seconds < 0) {
                throw new IllegalStateException("negative");
            }
            return new Length(seconds);
        }
    }

    private static final LengthProjection LENGTH = new LengthProjection(false);

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private BloopTemplate<Song> songs;
    private Query<Song> ofA;

    @BeforeEach
    void storeSongs() {
        client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(SONG));
        songs = engine.template(SONG);
        ofA = songs.query().where(SONG.artist.eq("a"));
        Song.store(dynamoDb, "Song", 4);
        client.clear();
    }

    @Test
    @DisplayName("E11 a projection makes other objects of its columns, and asks for these and the keys alone")
    void readsAnotherShape() {
        assertThat(ofA.limit(2).as(TAGGED).all())
                .containsExactly(new Tagged("t01", Set.of("odd")), new Tagged("t02", Set.of("even")));

        QueryRequest request = client.requests(QueryRequest.class).get(0);
        assertThat(request.projectionExpression()).isEqualTo("#n1, #n2, #n0, #n3");
        assertThat(request.expressionAttributeNames())
                .isEqualTo(Map.of("#n0", "artist", "#n1", "title", "#n2", "tags", "#n3", "track"));
    }

    @Test
    @DisplayName("E12 a projection is read in every way that objects are")
    void runsInEveryWay() {
        ProjectedSearch<Song, Length> lengths = ofA.as(LENGTH);

        assertThat(lengths).containsExactly(new Length(10), new Length(20), new Length(30), new Length(40));
        assertThat(lengths.first()).contains(new Length(10));
        assertThat(lengths.stream().mapToInt(Length::seconds)).containsExactly(10, 20, 30, 40);
        assertThat(lengths.count()).isEqualTo(4);
        assertThat(ofA.filter(SONG.title.eq("t03")).as(LENGTH).one()).isEqualTo(new Length(30));
        assertThat(songs.scan().as(LENGTH).all()).hasSize(4);
        assertThat(client.requests(ScanRequest.class).get(0).projectionExpression())
                .isEqualTo("#n0, #n1, #n2");
    }

    @Test
    @DisplayName("E14 pages of a projection have tokens, which fit the search of whole objects too")
    void hasTokens() {
        Page<Length> first = ofA.limit(3).as(LENGTH).page();
        String token = first.next().orElseThrow();

        assertThat(first.items()).containsExactly(new Length(10), new Length(20), new Length(30));
        assertThat(ofA.from(token).as(LENGTH).page()).isEqualTo(new Page<>(List.of(new Length(40)), Optional.empty()));
        assertThat(ofA.from(token).all()).extracting(song -> song.track).containsExactly(4);
    }

    @Test
    @DisplayName("E14 the token of a page is that of the mapped one")
    void mapsPages() {
        Page<Song> page = ofA.limit(1).page();

        assertThat(page.map(song -> song.title)).isEqualTo(new Page<>(List.of("t01"), page.next()));
    }

    @Test
    @DisplayName("E16 a parallel scan reads projections")
    void readsSegments() {
        assertThat(songs.scan().as(LENGTH).parallel(3).all())
                .containsExactlyInAnyOrder(new Length(10), new Length(20), new Length(30), new Length(40));
        assertThat(client.requests(ScanRequest.class))
                .extracting(ScanRequest::projectionExpression)
                .containsOnly("#n0, #n1, #n2");
    }

    @Test
    @DisplayName("E11 a projection is found by key, and only it is asked for")
    void findsByKey() {
        assertThat(songs.as(TAGGED).find("a", 1)).contains(new Tagged("t01", Set.of("odd")));
        assertThat(songs.as(TAGGED).find(SONG.key("a", 2), Consistency.STRONG))
                .contains(new Tagged("t02", Set.of("even")));
        assertThat(songs.as(TAGGED).find(SONG.key("a", 9))).isEmpty();

        List<GetItemRequest> requests = client.requests(GetItemRequest.class);
        assertThat(requests).extracting(GetItemRequest::projectionExpression).containsOnly("#n0, #n1, #n2, #n3");
        assertThat(requests.get(0).expressionAttributeNames())
                .isEqualTo(Map.of("#n0", "artist", "#n1", "track", "#n2", "title", "#n3", "tags"));
        assertThat(requests).extracting(GetItemRequest::consistentRead).containsExactly(null, true, null);
    }

    @Test
    @DisplayName("E11 projections of many keys come in the order of the keys")
    void findsManyByKey() {
        assertThat(songs.as(LENGTH).findAll(List.of(SONG.key("a", 3), SONG.key("a", 9), SONG.key("a", 1))))
                .containsExactly(new Length(30), new Length(10));
        assertThat(client.requests(BatchGetItemRequest.class)
                        .get(0)
                        .requestItems()
                        .values())
                .extracting(asked -> asked.projectionExpression())
                .containsExactly("#n0, #n1, #n2");
    }

    @Test
    @DisplayName("E11 an index serves a projection whose columns it holds")
    void readsAnIndex() {
        assertThat(songs.query(SONG.byGenre)
                        .where(SONG.genre.eq("jazz"))
                        .descending()
                        .as(TAGGED)
                        .all())
                .extracting(Tagged::title)
                .containsExactly("t04", "t02");
    }

    @Test
    @DisplayName("E11 a projection of a column that an index does not have is refused")
    void refusesWhatAnIndexLacks() {
        ProjectedSearch<Song, Tagged> search =
                songs.query(SONG.titlesByGenre).where(SONG.genre.eq("jazz")).as(TAGGED);

        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(search::all)
                .withMessage("Cannot search Song in table '" + dynamoDb.tableName("Song")
                        + "' (index 'titlesByGenre'): as(Projection[Tagged of Song]) names 'tags', which this index does not project. "
                        + "Known: artist, genre, title, track.");
    }

    @Test
    @DisplayName("E11 a loose local index fetches the columns of a projection from the table")
    void fetchesFromTheTable() {
        assertThat(songs.query(SONG.byGenreHere)
                        .where(SONG.artist.eq("a").and(SONG.genre.eq("rock")))
                        .as(LENGTH)
                        .all())
                .containsExactly(new Length(10), new Length(30));
    }

    @Test
    @DisplayName("E21 a projection of another definition, or none, is refused")
    void refusesOthers() {
        BloopTemplate<Song> tunes = dynamoDb.engine().template(TUNE);

        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> tunes.query().as(LENGTH))
                .withMessageEndingWith(
                        ": as() names Projection[Length of Song] of another definition; give a projection of Tune.");
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> songs.query().as(null))
                .withMessageEndingWith(
                        ": as() needs a projection, and is given null; leave it out for objects of the model.");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> tunes.as(LENGTH))
                .withMessage(
                        "as() of Tune: 'projection' has to be a projection of Tune, and is Projection[Length of Song] "
                                + "of another definition.");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> songs.as(null))
                .withMessage("as() of Song: 'projection' has to be a projection of Song, and is null.");
    }

    @Test
    @DisplayName("E21 a projection of nothing, or of another model's columns, cannot be made")
    void refusesWrongPaths() {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> new Tuned(SONG.seconds))
                .withMessage(
                        "the projection Length: 'paths' has to be columns of Tune, and is 'Song.seconds' among them.");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(Tuned::new)
                .withMessage("the projection Length: 'paths' has to be at least one column of Tune, and is empty.");
    }

    /** A projection by hand whose paths may be wrong. */
    private static final class Tuned extends ProjectionDefinition<Song, Length> {

        Tuned() {
            super(Length.class, TUNE, List.of());
        }

        Tuned(Path<Song, ?> path) {
            super(Length.class, TUNE, List.of(path));
        }

        @Override
        public Length create(Values<Song> values) {
            return new Length(0);
        }
    }

    @Test
    @DisplayName("T3 a value that does not fit is an error that names model, key and column")
    void namesTheColumn() {
        dynamoDb.put("Song", Map.of("artist", fromS("a"), "track", fromN("9"), "tags", fromS("even")));

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> songs.as(TAGGED).find("a", 9))
                .withMessageStartingWith("Cannot read Song.tags of Song(artist=S \"a\", track=N 9): ");
    }

    @Test
    @DisplayName("T6 what a projection throws is wrapped once, and the columns that were absent are named")
    void wrapsFailures() {
        dynamoDb.put("Song", Map.of("artist", fromS("a"), "track", fromN("9"), "s", fromN("-1")));

        assertThatExceptionOfType(MappingFailed.class)
                .isThrownBy(() -> songs.as(LENGTH).find("a", 9))
                .withMessage("Cannot read Song(artist=S \"a\", track=N 9): the application's code threw "
                        + "java.lang.IllegalStateException; see the cause.");
    }

    @Test
    @DisplayName("E11 a column that a projection reads and does not ask for is an error, not an absent value")
    void requiresNamedPaths() {
        assertThatExceptionOfType(MappingFailed.class)
                .isThrownBy(() -> songs.as(new LengthProjection(true)).find("a", 1))
                .withRootCauseInstanceOf(InvalidArgument.class)
                .havingRootCause()
                .withMessage("create() of Projection[Length of Song]: 'path' has to be one that the constructor names, "
                        + "and is 'title'; name it there too.");
    }
}
