package io.bloop.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.Stream;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Holds the streams of one table in memory, in which a test lets everything happen that DynamoDB Local cannot: shards that
 * split and merge, descriptions that lag, responses without records, iterators that expire, records that are trimmed,
 * and failures of each call.
 */
public final class ScriptedStreams implements DynamoDbStreamsClient, InstantSource {

    /** The name of the table. */
    public static final String TABLE = "links";

    private static final String ARN = "arn:aws:dynamodb:eu-west-1:123456789012:table/" + TABLE + "/stream/";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, Streamed> streams = new TreeMap<>();
    private final Map<String, Cursor> iterators = new HashMap<>();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private Instant now = START;
    private long numbers;
    private int ids;
    private int succeeding;
    private int lag;
    private int late;
    private int emptyAnswers;
    private int page = 1_000;
    private boolean startIsInvalid;

    /** A stream with the descriptions that it has had. */
    private static final class Streamed {

        final String arn;
        final Map<String, Sharded> shards = new LinkedHashMap<>();
        final List<StreamDescription> versions = new ArrayList<>();
        StreamDescription described;
        boolean disabled;

        Streamed(String arn) {
            this.arn = arn;
        }
    }

    /** A shard with all its records. */
    private static final class Sharded {

        final String id;
        final String parent;
        final String start;
        final Set<String> keys;
        final List<Record> records = new ArrayList<>();
        int trimmed;
        String end;

        Sharded(String id, String parent, String start, Set<String> keys) {
            this.id = id;
            this.parent = parent;
            this.start = start;
            this.keys = keys;
        }
    }

    /** A place to which an iterator leads. */
    private static final class Cursor {

        final Streamed stream;
        final Sharded shard;
        final int index;
        final Instant since;

        Cursor(Streamed stream, Sharded shard, int index, Instant since) {
            this.stream = stream;
            this.shard = shard;
            this.index = index;
            this.since = since;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void forward(Duration time) {
        now = now.plus(time);
    }

    /** Lets calls fail, one after the other. */
    public void failNext(RuntimeException... next) {
        failures.addAll(List.of(next));
    }

    /** Lets a call fail after some calls that succeed. */
    public void failAfter(int successes, RuntimeException next) {
        succeeding = successes;
        failures.add(next);
    }

    /** Lets as many descriptions show the state before the last changes of shards. */
    public void lag(int descriptions, int changes) {
        lag = descriptions;
        late = changes;
    }

    /** Lets calls succeed and descriptions be up to date from now on. */
    public void calm() {
        failures.clear();
        lag = 0;
        emptyAnswers = 0;
    }

    /** Lets as many requests for records find none. */
    public void answerEmpty(int answers) {
        emptyAnswers = answers;
    }

    /** Sets the greatest number of records of a response. */
    public void page(int records) {
        page = records;
    }

    /** Lets the first number of a shard be refused, unless a record has it. */
    public void refuseStart() {
        startIsInvalid = true;
    }

    /** Returns the operations that were called, in order, and forgets them. */
    public List<String> calls() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    /** Makes a failure with an error code of the service. */
    public static DynamoDbException failure(String code) {
        int status = code.startsWith("Internal") ? 500 : 400;
        return (DynamoDbException) DynamoDbException.builder()
                .message(code)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("")
                        .serviceName("DynamoDB")
                        .build())
                .build();
    }

    /** Makes a failure without a response. */
    public static SdkClientException noAnswer() {
        return SdkClientException.create("Read timed out");
    }

    private String number() {
        numbers++;
        return "%021d".formatted(numbers * 100);
    }

    // what happens to the table

    /** Switches the stream on, with a shard for each set of keys. */
    @SafeVarargs
    public final List<String> switchOn(Set<String>... keys) {
        forward(Duration.ofSeconds(1));
        Streamed stream = new Streamed(ARN + now.toString().replace("Z", ".000"));
        streams.put(stream.arn, stream);
        List<String> opened = new ArrayList<>();
        for (Set<String> some : keys) {
            opened.add(open(stream, null, some));
        }
        note(stream);
        return opened;
    }

    private String open(Streamed stream, String parent, Set<String> keys) {
        String id = "shardId-%04d".formatted(++ids);
        stream.shards.put(id, new Sharded(id, parent, number(), new LinkedHashSet<>(keys)));
        return id;
    }

    public void switchOff() {
        Streamed stream = present();
        stream.shards.values().forEach(this::close);
        stream.disabled = true;
        note(stream);
    }

    private void close(Sharded shard) {
        if (shard.end == null) {
            shard.end = number();
        }
    }

    private Streamed present() {
        return new ArrayList<>(streams.values()).get(streams.size() - 1);
    }

    /** Returns the ARN of the stream that the table has now. */
    public String arn() {
        return present().arn;
    }

    public boolean isOn() {
        return !streams.isEmpty() && !present().disabled;
    }

    /** Returns the shards that take records. */
    public List<String> openShards() {
        return present().shards.values().stream()
                .filter(shard -> shard.end == null)
                .map(shard -> shard.id)
                .toList();
    }

    public Set<String> keys(String shard) {
        return present().shards.get(shard).keys;
    }

    /** Closes a shard, and opens children of it, each for some of its keys. */
    @SafeVarargs
    public final List<String> split(String shard, Set<String>... keys) {
        Streamed stream = present();
        close(stream.shards.get(shard));
        List<String> children = new ArrayList<>();
        for (Set<String> some : keys) {
            children.add(open(stream, shard, some));
        }
        note(stream);
        return children;
    }

    /** Closes two shards, and opens one for the keys of both, which names only the first as its parent. */
    public String merge(String first, String second) {
        Streamed stream = present();
        Set<String> keys = new LinkedHashSet<>(stream.shards.get(first).keys);
        keys.addAll(stream.shards.get(second).keys);
        close(stream.shards.get(first));
        close(stream.shards.get(second));
        String child = open(stream, first, keys);
        note(stream);
        return child;
    }

    /** Writes an item with a number of clicks, and returns the sequence number of the record. */
    public String write(String key, int clicks) {
        return write(key, AttributeValue.fromN(Integer.toString(clicks)));
    }

    /** Writes an item with a value for its clicks, and returns the sequence number of the record. */
    public String write(String key, AttributeValue clicks) {
        return write(Record.builder()
                .eventName(OperationType.MODIFY)
                .dynamodb(d -> d.keys(Map.of("slug", AttributeValue.fromS(key)))
                        .newImage(Map.of("slug", AttributeValue.fromS(key), "clicks", clicks))
                        .streamViewType(StreamViewType.NEW_IMAGE))
                .build());
    }

    /** Adds a record to the shard of its key. */
    public String write(Record record) {
        String key = record.dynamodb().keys().get("slug").s();
        Sharded shard = present().shards.values().stream()
                .filter(one -> one.end == null && one.keys.contains(key))
                .findFirst()
                .orElseThrow();
        String number = number();
        shard.records.add(record.toBuilder()
                .eventID("event-" + number)
                .dynamodb(record.dynamodb().toBuilder()
                        .sequenceNumber(number)
                        .approximateCreationDateTime(now.truncatedTo(ChronoUnit.SECONDS))
                        .build())
                .build());
        return number;
    }

    /** Removes records up to a sequence number, and shards of which nothing is left. */
    public Set<String> trim(String upTo) {
        Set<String> trimmed = new LinkedHashSet<>();
        for (Streamed stream : List.copyOf(streams.values())) {
            for (Sharded shard : List.copyOf(stream.shards.values())) {
                while (shard.trimmed < shard.records.size()
                        && numberOf(shard, shard.trimmed).compareTo(upTo) <= 0) {
                    trimmed.add(numberOf(shard, shard.trimmed++));
                }
                if (shard.end != null && shard.end.compareTo(upTo) <= 0) {
                    stream.shards.remove(shard.id);
                }
            }
            if (stream.disabled && stream.shards.isEmpty() && stream != present()) {
                streams.remove(stream.arn);
            }
            note(stream);
        }
        return trimmed;
    }

    public void expireIterators() {
        iterators.replaceAll((id, cursor) -> new Cursor(cursor.stream, cursor.shard, cursor.index, Instant.MIN));
    }

    private static String numberOf(Sharded shard, int index) {
        return shard.records.get(index).dynamodb().sequenceNumber();
    }

    /** Keeps a description of a stream as it is now. */
    private static void note(Streamed stream) {
        List<Shard> shards = stream.shards.values().stream()
                .map(shard -> Shard.builder()
                        .shardId(shard.id)
                        .parentShardId(shard.parent)
                        .sequenceNumberRange(
                                r -> r.startingSequenceNumber(shard.start).endingSequenceNumber(shard.end))
                        .build())
                .toList();
        stream.versions.add(StreamDescription.builder()
                .streamArn(stream.arn)
                .streamStatus(stream.disabled ? StreamStatus.DISABLED : StreamStatus.ENABLED)
                .shards(shards)
                .build());
    }

    // what a reader asks for

    private void called(String operation) {
        calls.add(operation);
        RuntimeException failure = succeeding-- > 0 ? null : failures.poll();
        if (failure != null) {
            throw failure;
        }
    }

    /** Returns a client that tells which stream the table has. */
    public DynamoDbClient tables() {
        return new DynamoDbClient() {
            @Override
            public DescribeTableResponse describeTable(DescribeTableRequest request) {
                called("DescribeTable");
                String arn = streams.isEmpty() ? null : present().arn;
                return DescribeTableResponse.builder()
                        .table(t -> t.tableName(TABLE).latestStreamArn(arn))
                        .build();
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    @Override
    public ListStreamsResponse listStreams(ListStreamsRequest request) {
        called("ListStreams");
        String last = request.exclusiveStartStreamArn();
        List<String> arns = streams.keySet().stream()
                .filter(arn -> last == null || arn.compareTo(last) > 0)
                .toList();
        // one in a response
        return ListStreamsResponse.builder()
                .streams(arns.stream()
                        .limit(1)
                        .map(arn -> Stream.builder().streamArn(arn).build())
                        .toList())
                .lastEvaluatedStreamArn(arns.size() > 1 ? arns.get(0) : null)
                .build();
    }

    @Override
    public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
        called("DescribeStream");
        Streamed stream = stream(request.streamArn());
        if (request.exclusiveStartShardId() == null) {
            int changes = lag > 0 ? late : 0;
            lag = Math.max(0, lag - 1);
            stream.described = stream.versions.get(Math.max(0, stream.versions.size() - 1 - changes));
        }
        List<Shard> shards = stream.described.shards();
        int from = 0;
        for (int i = 0; i < shards.size(); i++) {
            if (shards.get(i).shardId().equals(request.exclusiveStartShardId())) {
                from = i + 1;
            }
        }
        // three in a response
        int to = Math.min(from + 3, shards.size());
        return DescribeStreamResponse.builder()
                .streamDescription(stream.described.toBuilder()
                        .shards(shards.subList(from, to))
                        .lastEvaluatedShardId(
                                to < shards.size() ? shards.get(to - 1).shardId() : null)
                        .build())
                .build();
    }

    private Streamed stream(String arn) {
        Streamed stream = streams.get(arn);
        if (stream == null) {
            throw failure("ResourceNotFoundException");
        }
        return stream;
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
        called("GetShardIterator");
        Streamed stream = stream(request.streamArn());
        Sharded shard = stream.shards.get(request.shardId());
        if (shard == null) {
            throw failure("ResourceNotFoundException");
        }
        int index = switch (request.shardIteratorType()) {
            case TRIM_HORIZON -> shard.trimmed;
            case LATEST -> shard.records.size();
            case AT_SEQUENCE_NUMBER -> index(shard, request.sequenceNumber(), 0);
            case AFTER_SEQUENCE_NUMBER -> index(shard, request.sequenceNumber(), 1);
            default -> throw new IllegalArgumentException(request.toString());
        };
        return GetShardIteratorResponse.builder()
                .shardIterator(iterator(new Cursor(stream, shard, index, now)))
                .build();
    }

    private int index(Sharded shard, String number, int after) {
        if (number.equals(shard.start)) {
            if (startIsInvalid) {
                throw failure("ValidationException");
            }
            if (shard.trimmed > 0) {
                throw failure("TrimmedDataAccessException");
            }
            return 0;
        }
        for (int i = 0; i < shard.records.size(); i++) {
            if (numberOf(shard, i).equals(number)) {
                if (i < shard.trimmed) {
                    throw failure("TrimmedDataAccessException");
                }
                return i + after;
            }
        }
        throw failure("ValidationException");
    }

    private String iterator(Cursor cursor) {
        String id = "iterator-" + ++ids;
        iterators.put(id, cursor);
        return id;
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
        called("GetRecords");
        Cursor cursor = iterators.get(request.shardIterator());
        if (cursor.since.isBefore(now.minus(Duration.ofMinutes(15)))) {
            throw failure("ExpiredIteratorException");
        }
        Sharded shard = cursor.shard;
        if (!cursor.stream.shards.containsKey(shard.id)) {
            throw failure("ResourceNotFoundException");
        }
        if (cursor.index < shard.trimmed) {
            throw failure("TrimmedDataAccessException");
        }
        int to = Math.min(cursor.index + page, shard.records.size());
        if (emptyAnswers > 0) {
            emptyAnswers--;
            to = cursor.index;
        }
        boolean isEnd = shard.end != null && to == shard.records.size();
        return GetRecordsResponse.builder()
                .records(shard.records.subList(cursor.index, to))
                .nextShardIterator(isEnd ? null : iterator(new Cursor(cursor.stream, shard, to, now)))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
