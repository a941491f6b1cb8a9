package io.bloop.stream;

import io.bloop.request.Target;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;

/**
 * Writes and reads the tokens of streams, and reads those of Python's bloop.
 *
 * <p>A token is JSON in URL-safe base64 with a checksum: a version, the model, the table, the stream, and a place for each shard that is to
 * be read. A token of Python's bloop is JSON, and names neither model nor table.
 */
final class StreamToken {

    private static final String VERSION = "1";
    private static final char SEPARATOR = '.';
    private static final String DAMAGED = "was changed or cut off";

    private StreamToken() {}

    /**
     * Writes a token.
     *
     * @param unfinished changes that are to be handed out again
     */
    static String write(Target target, Lineage lineage, Collection<? extends Change<?>> unfinished) {
        Map<String, Map<String, Shard>> again = firsts(unfinished);
        JsonWriter json = JsonWriter.create();
        json.writeStartObject();
        json.writeFieldName("v").writeValue(VERSION);
        json.writeFieldName("model").writeValue(target.models());
        json.writeFieldName("table").writeValue(target.table());
        member(json, "since", lineage.since());
        json.writeFieldName("streams").writeStartArray();
        Set<String> reading = new HashSet<>();
        for (Lineage one = lineage; one != null; one = one.following()) {
            if (!one.isFinished()) {
                reading.add(one.arn());
            }
        }
        again.forEach((stream, shards) -> {
            if (!reading.contains(stream)) {
                // everything else of the stream was returned
                stream(json, stream, false, shards.values(), lineage);
            }
        });
        for (Lineage one = lineage; one != null; one = one.following()) {
            Map<String, Shard> shards = new LinkedHashMap<>();
            one.shards().forEach(shard -> shards.put(shard.id(), shard));
            if (!one.isFinished()) {
                shards.putAll(again.getOrDefault(one.arn(), Map.of()));
            }
            stream(json, one.arn(), one.isFinished(), shards.values(), lineage);
        }
        json.writeEndArray().writeEndObject();
        byte[] bytes = json.getBytes();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + SEPARATOR + checksum(bytes);
    }

    private static void stream(
            JsonWriter json, String arn, boolean finished, Collection<Shard> shards, Lineage lineage) {
        Set<String> ids = new HashSet<>();
        shards.forEach(shard -> ids.add(shard.id()));
        json.writeStartObject();
        json.writeFieldName("stream").writeValue(arn);
        json.writeFieldName("finished").writeValue(finished);
        json.writeFieldName("shards").writeStartArray();
        shards.forEach(shard -> shard(json, shard, lineage.ancestor(shard, ids)));
        json.writeEndArray().writeEndObject();
    }

    /** A changed character is found; whoever forges a token reaches another place of the same stream. */
    private static String checksum(byte[] json) {
        CRC32 sum = new CRC32();
        sum.update(json);
        return Long.toHexString(sum.getValue());
    }

    private static String opened(String token) {
        int end = token.indexOf(SEPARATOR);
        byte[] json = Base64.getUrlDecoder().decode(token.substring(0, Math.max(end, 0)));
        if (!checksum(json).equals(token.substring(end + 1))) {
            throw new IllegalArgumentException("the token was changed");
        }
        return new String(json, StandardCharsets.UTF_8);
    }

    private static void shard(JsonWriter json, Shard shard, @Nullable String ancestor) {
        Place place = shard.done();
        json.writeStartObject();
        json.writeFieldName("id").writeValue(shard.id());
        member(json, "parent", ancestor == null ? shard.parent() : ancestor);
        json.writeFieldName("place").writeValue(place.kind().name().toLowerCase(Locale.ROOT));
        member(json, "number", place.sequence());
        member(json, "until", place.until());
        if (shard.isDropping()) {
            json.writeFieldName("dropping").writeValue(true);
        }
        json.writeEndObject();
    }

    private static void member(JsonWriter json, String name, @Nullable Object value) {
        if (value != null) {
            json.writeFieldName(name).writeValue(value.toString());
        }
    }

    /**
     * Opens the stream at a token.
     *
     * @throws InvalidStreamToken if the token was changed, or belongs to another model or table
     */
    static Lineage read(StreamSource source, String token) {
        boolean isOfPython = token.strip().startsWith("{");
        Map<String, JsonNode> json;
        try {
            json = JsonNode.parser().parse(isOfPython ? token : opened(token)).asObject();
        } catch (RuntimeException ex) {
            throw new InvalidStreamToken(source.target(), DAMAGED, null);
        }
        try {
            return isOfPython ? ofPython(source, json) : ofBloop(source, json);
        } catch (IllegalArgumentException | UnsupportedOperationException | DateTimeException ex) {
            throw new InvalidStreamToken(source.target(), DAMAGED, null);
        }
    }

    private static Lineage ofBloop(StreamSource source, Map<String, JsonNode> json) {
        Target target = source.target();
        String version = text(json, "v");
        if (!version.equals(VERSION)) {
            throw new InvalidStreamToken(target, "was made by another version of Bloop", null);
        }
        // the models of a table may change, and all of its changes are read
        boolean isOfModels = text(json, "model").equals(target.models()) || !source.isOfOneModel();
        if (!isOfModels || !text(json, "table").equals(target.table())) {
            throw new InvalidStreamToken(
                    target, "belongs to " + new Target(text(json, "model"), text(json, "table"), null), null);
        }
        String text = optional(json, "since");
        Instant since = text == null ? null : Instant.parse(text);
        List<JsonNode> streams = required(json, "streams").asArray();
        Lineage lineage = null;
        for (int i = streams.size() - 1; i >= 0; i--) {
            Lineage earlier = ofStream(source, streams.get(i).asObject(), since);
            if (lineage != null) {
                earlier.follow(lineage);
            }
            lineage = earlier;
        }
        if (lineage == null) {
            throw new IllegalArgumentException("there is no stream");
        }
        return lineage;
    }

    private static Lineage ofStream(StreamSource source, Map<String, JsonNode> json, @Nullable Instant since) {
        Lineage lineage = new Lineage(source, checkedArn(source, text(json, "stream")), since);
        for (JsonNode shard : required(json, "shards").asArray()) {
            add(lineage, shard.asObject(), since != null);
        }
        if (required(json, "finished").asBoolean()) {
            lineage.finish();
        }
        return lineage;
    }

    private static void add(Lineage lineage, Map<String, JsonNode> json, boolean hasSince) {
        String until = optional(json, "until");
        Place.Kind kind = Place.Kind.valueOf(text(json, "place").toUpperCase(Locale.ROOT));
        String number = optional(json, "number");
        Place place = new Place(kind, number, until == null ? null : Instant.parse(until));
        boolean isWhole = place.isRelative() || number != null;
        boolean mayLose = kind == Place.Kind.OLDEST || kind == Place.Kind.LATEST;
        if (!isWhole || mayLose && until == null) {
            throw new IllegalArgumentException("the place is not whole");
        }
        boolean dropping = hasSince && json.containsKey("dropping");
        Shard shard = new Shard(lineage.arn(), text(json, "id"), optional(json, "parent"), place, dropping);
        if (kind == Place.Kind.LATEST) {
            // the end has advanced since: older records are dropped
            shard.iteratorDied();
        }
        lineage.add(shard);
    }

    /** Requires the ARN of a stream of the table, in the same account and region. */
    private static String checkedArn(StreamSource source, String arn) {
        String present = source.presentStream();
        if (!ofTable(arn).equals(ofTable(present))) {
            throw new InvalidStreamToken(source.target(), "belongs to another table, account or region", null);
        }
        return arn;
    }

    private static String ofTable(String arn) {
        int stream = arn.indexOf("/stream/");
        return stream < 0 ? arn : arn.substring(0, stream);
    }

    private static Lineage ofPython(StreamSource source, Map<String, JsonNode> json) {
        Lineage lineage = new Lineage(source, checkedArn(source, text(json, "stream_arn")), null);
        Instant now = source.now();
        for (JsonNode node : required(json, "shards").asArray()) {
            Map<String, JsonNode> shard = node.asObject();
            String kind = optional(shard, "iterator_type");
            String number = optional(shard, "sequence_number");
            Place place = switch (kind == null ? "" : kind.toLowerCase(Locale.ROOT)) {
                case "at_sequence" -> Place.at(text(shard, "sequence_number"));
                case "after_sequence" -> Place.after(text(shard, "sequence_number"));
                case "latest" -> Place.latest(null, now.plus(Lineage.NOTHING_LOST));
                case "trim_horizon" -> Place.oldest(number, now.plus(Lineage.NOTHING_LOST));
                case "" -> Place.start(null);
                default -> throw new IllegalArgumentException("the place is unknown");
            };
            lineage.add(new Shard(lineage.arn(), text(shard, "shard_id"), optional(shard, "parent"), place, false));
        }
        return lineage;
    }

    private static JsonNode required(Map<String, JsonNode> json, String name) {
        JsonNode node = json.get(name);
        if (node == null) {
            throw new IllegalArgumentException("a member is missing");
        }
        return node;
    }

    private static String text(Map<String, JsonNode> json, String name) {
        return required(json, name).asString();
    }

    private static @Nullable String optional(Map<String, JsonNode> json, String name) {
        JsonNode node = json.get(name);
        return node == null || node.isNull() ? null : node.asString();
    }

    /** Returns the first place of each shard whose changes have to be returned again, by streams in their order. */
    private static Map<String, Map<String, Shard>> firsts(Collection<? extends Change<?>> unfinished) {
        Map<String, Change<?>> firsts = new HashMap<>();
        for (Change<?> change : unfinished) {
            firsts.merge(change.shard(), change, StreamToken::first);
        }
        Map<String, Map<String, Shard>> streams = new TreeMap<>();
        firsts.forEach((id, change) -> {
            Place place = Place.at(change.sequenceNumber());
            String stream = change.origin().stream();
            Shard shard = new Shard(stream, id, change.origin().parent(), place, false);
            streams.computeIfAbsent(stream, arn -> new TreeMap<>()).put(id, shard);
        });
        return streams;
    }

    private static Change<?> first(Change<?> one, Change<?> other) {
        return Received.BY_SEQUENCE.compare(one.sequenceNumber(), other.sequenceNumber()) <= 0 ? one : other;
    }
}
