package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static io.bloop.query.Song.TUNE;
import static io.bloop.type.Types.DYNAMIC;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Path;
import io.bloop.model.DynamicColumn;
import io.bloop.model.Index;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.request.Target;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Refuses every wrong argument of a search when it is given, before the model is bound. */
class SearchArgumentTests {

    /** One wrong call. */
    private record Call(
            Consumer<BloopTemplate<Song>> body, @Nullable Index<Song> index, String problem) {}

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private BloopTemplate<Song> songs;

    @BeforeEach
    void bindNothing() {
        client = dynamoDb.intercept();
        songs = Engine.builder(client.client())
                .tableNames((model, name) -> "songs")
                .build()
                .template(SONG);
    }

    @AfterEach
    void nothingWasSent() {
        assertThat(client.requests()).isEmpty();
    }

    /** A model with a place inside of a column. */
    private static final class DetailModel extends ModelDefinition<Song> {

        final StringColumn<Song, String> artist = column("artist", STRING)
                .getter(s -> s.artist)
                .setter((s, v) -> s.artist = v)
                .hashKey();
        final DynamicColumn<Song> detail =
                column("detail", DYNAMIC).getter(s -> null).setter((s, v) -> {});

        private DetailModel() {
            super(Song.class, "Detail");
        }

        @Override
        protected Song create(Values<Song> values) {
            return new Song();
        }
    }

    private static final Path<Song, ?> NESTED = new DetailModel().detail.key("label");

    private static Arguments call(String name, Consumer<BloopTemplate<Song>> body, String problem) {
        return call(name, body, null, problem);
    }

    private static Arguments call(
            String name, Consumer<BloopTemplate<Song>> body, @Nullable Index<Song> index, String problem) {
        return Arguments.of(name, new Call(body, index, problem));
    }

    /** Lists the wrong calls that queries and scans have in common. */
    private static Stream<Arguments> shared(String kind, Function<BloopTemplate<Song>, Search<Song, ?>> search) {
        return Stream.of(
                call(
                        kind + ".limit(0)",
                        songs -> search.apply(songs).limit(0),
                        "limit() has to be at least 1, and is 0."),
                call(
                        kind + ".limit(-1)",
                        songs -> search.apply(songs).limit(-1),
                        "limit() has to be at least 1, and is -1."),
                call(
                        kind + ".limit(MIN_VALUE)",
                        songs -> search.apply(songs).limit(Integer.MIN_VALUE),
                        "limit() has to be at least 1, and is -2147483648."),
                call(
                        kind + ".pageSize(0)",
                        songs -> search.apply(songs).pageSize(0),
                        "pageSize() has to be at least 1, and is 0."),
                call(
                        kind + ".pageSize(-5)",
                        songs -> search.apply(songs).pageSize(-5),
                        "pageSize() has to be at least 1, and is -5."),
                call(
                        kind + ".filter(null)",
                        songs -> search.apply(songs).filter(null),
                        "filter() needs a condition, and is given null; leave filter() out to keep every item."),
                call(
                        kind + ".select()",
                        songs -> search.apply(songs).select(),
                        "select() names no column; name at least one, or leave select() out."),
                call(
                        kind + ".select((Path[]) null)",
                        songs -> search.apply(songs).select((Path<Song, ?>[]) null),
                        "select() needs columns, and is given null; name at least one, or leave select() out."),
                call(
                        kind + ".select(column, null)",
                        songs -> search.apply(songs).select(SONG.title, null),
                        "select() needs columns, and is given null; name at least one, or leave select() out."),
                call(
                        kind + ".select(column of another model)",
                        songs -> search.apply(songs).select(SONG.title, TUNE.genre),
                        "select() names 'genre' of Tune; name columns of Song."),
                call(
                        kind + ".select(nested path)",
                        songs -> search.apply(songs).select(NESTED),
                        "select() names 'detail.label', which is inside a column; name the column."));
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                        shared("query", BloopTemplate::query),
                        shared("scan", BloopTemplate::scan),
                        Stream.of(
                                call(
                                        "query(index).limit(0)",
                                        songs -> songs.query(SONG.byGenre).limit(0),
                                        SONG.byGenre,
                                        "limit() has to be at least 1, and is 0."),
                                call(
                                        "query(null)",
                                        songs -> songs.query(null),
                                        "the index is null; leave it out to read the table."),
                                call(
                                        "scan(null)",
                                        songs -> songs.scan(null),
                                        "the index is null; leave it out to read the table."),
                                call(
                                        "query(index of another model)",
                                        songs -> songs.query(TUNE.byGenre),
                                        "GSI[Tune.byGenre=all] is an index of another model; give one of Song."),
                                call(
                                        "scan(index of another model)",
                                        songs -> songs.scan(TUNE.byGenre),
                                        "GSI[Tune.byGenre=all] is an index of another model; give one of Song."),
                                call(
                                        "query.where(null)",
                                        songs -> songs.query().where(null),
                                        "where() needs a condition on the keys, and is given null."),
                                call(
                                        "scan.segment(-1, 2)",
                                        songs -> songs.scan().segment(-1, 2),
                                        "the segment has to be from 0 to 1, and is -1."),
                                call(
                                        "scan.segment(2, 2)",
                                        songs -> songs.scan().segment(2, 2),
                                        "the segment has to be from 0 to 1, and is 2."),
                                call(
                                        "scan.segment(0, 0)",
                                        songs -> songs.scan().segment(0, 0),
                                        "the number of segments has to be from 1 to 1000000, and is 0."),
                                call(
                                        "scan.segment(0, 1000001)",
                                        songs -> songs.scan().segment(0, 1_000_001),
                                        "the number of segments has to be from 1 to 1000000, and is 1000001."),
                                call(
                                        "scan.parallel(0)",
                                        songs -> songs.scan().parallel(0),
                                        "the number of segments has to be from 1 to 1000000, and is 0."),
                                call(
                                        "scan.parallel(-1, executor)",
                                        songs -> songs.scan().parallel(-1, Runnable::run),
                                        "the number of segments has to be from 1 to 1000000, and is -1."),
                                call(
                                        "scan.parallel(1000001)",
                                        songs -> songs.scan().parallel(1_000_001),
                                        "the number of segments has to be from 1 to 1000000, and is 1000001."),
                                call(
                                        "scan.parallel(2, null)",
                                        songs -> songs.scan().parallel(2, null),
                                        "parallel() is given null as its executor; leave it out for threads of the "
                                                + "scan's own."),
                                call(
                                        "scan.parallel(2).forEach(null)",
                                        songs -> songs.scan().parallel(2).forEach(null),
                                        "forEach() needs an action, and is given null.")))
                .flatMap(Function.identity());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    @DisplayName("E21 a wrong argument of a search is refused when it is given, with the right form")
    void refusesWrongArguments(String name, Call call) {
        Target target = new Target(
                "Song", "songs", call.index() == null ? null : call.index().storedName());

        assertThat(catchThrowable(() -> call.body().accept(songs)))
                .isExactlyInstanceOf(InvalidSearch.class)
                .hasMessage("Cannot search " + target + ": " + call.problem())
                .extracting(thrown -> ((InvalidSearch) thrown).target())
                .isEqualTo(target);
    }
}
