package io.bloop.query;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.model.IndexProjection.KEYS;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.setOf;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import io.bloop.model.BaseModel;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.Key;
import io.bloop.model.LocalSecondaryIndex;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.SetColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.LocalDynamoDb;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the tests of searches look for: a table with both keys, and indexes of both kinds and all projections. */
class Song extends BaseModel {

    String artist;
    int track;
    String title;
    String genre;
    int seconds;
    Set<String> tags = new HashSet<>();

    static final class SongModel extends ModelDefinition<Song> {

        final StringColumn<Song, String> artist = column("artist", STRING)
                .getter(s -> s.artist)
                .setter((s, v) -> s.artist = v)
                .hashKey();
        final NumberColumn<Song, Integer> track = column("track", INTEGER.orElse(0))
                .getter(s -> s.track)
                .setter((s, v) -> s.track = v)
                .rangeKey();
        final StringColumn<Song, String> title =
                column("title", STRING).getter(s -> s.title).setter((s, v) -> s.title = v);
        final StringColumn<Song, String> genre =
                column("genre", STRING).getter(s -> s.genre).setter((s, v) -> s.genre = v);
        final NumberColumn<Song, Integer> seconds = column("seconds", INTEGER.orElse(0))
                .getter(s -> s.seconds)
                .setter((s, v) -> s.seconds = v)
                .storedAs("s");
        final SetColumn<Song, String> tags =
                column("tags", setOf(STRING)).getter(s -> s.tags).setter((s, v) -> s.tags = v);

        final GlobalSecondaryIndex<Song> byGenre =
                globalIndex("byGenre", ALL).hashKey(genre).rangeKey(seconds);
        final GlobalSecondaryIndex<Song> titlesByGenre =
                globalIndex("titlesByGenre", IndexProjection.of(title)).hashKey(genre);
        final LocalSecondaryIndex<Song> byTitle = localIndex("byTitle", ALL).rangeKey(title);
        final LocalSecondaryIndex<Song> byLength =
                localIndex("byLength", IndexProjection.of(title)).rangeKey(seconds);
        final LocalSecondaryIndex<Song> byGenreHere =
                localIndex("byGenreHere", KEYS).rangeKey(genre).notStrict();

        private SongModel(String name) {
            super(Song.class, name);
        }

        Key<Song> key(String artist, int track) {
            return keyOf(artist, track);
        }

        @Override
        protected Song create(Values<Song> values) {
            return new Song();
        }
    }

    static final SongModel SONG = new SongModel("Song");

    /** Another model of the same shape. */
    static final SongModel TUNE = new SongModel("Tune");

    /**
     * Stores songs of "a", numbered from 1: titles "t01" and so on, each 10 seconds longer than the last, odd ones
     * of the genre "rock" and even ones "jazz" with the tag "even".
     */
    static void store(LocalDynamoDb dynamoDb, String table, int number) {
        items(number).forEach(item -> dynamoDb.put(table, item));
    }

    /** Returns the items of the songs that {@link #store} stores. */
    static List<Map<String, AttributeValue>> items(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(Song::item).toList();
    }

    private static Map<String, AttributeValue> item(int track) {
        boolean even = track % 2 == 0;
        return Map.of(
                "artist", fromS("a"),
                "track", fromN(Integer.toString(track)),
                "title", fromS("t%02d".formatted(track)),
                "genre", fromS(even ? "jazz" : "rock"),
                "s", fromN(Integer.toString(track * 10)),
                "tags", fromSs(List.of(even ? "even" : "odd")));
    }

    int track() {
        return track;
    }
}
