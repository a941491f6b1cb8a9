package io.bloop.stream;

import io.bloop.InvalidArgument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Identity;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/**
 * Makes the SDK's records of the JSON in which other services deliver the changes of a table.
 *
 * <p>{@link ChangeMapper} makes changes of the records. Stateless and thread-safe.
 *
 * @since 0.1.0
 */
public final class StreamRecords {

    private static final String DYNAMODB = "dynamodb";
    private static final int NANO_DIGITS = 9;
    private static final int LONGEST_TIME = 50;

    private StreamRecords() {}

    /**
     * Reads the event with which Lambda invokes a function for a table's stream.
     *
     * @param json the event, an object with the member {@code Records}
     * @return the records, in order
     * @throws InvalidArgument if the text is not such an event
     */
    public static List<Record> ofLambda(String json) {
        Reading reading = new Reading("ofLambda()", "the JSON of a Lambda event for a DynamoDB stream");
        JsonNode records = reading.parsed(json).field("Records").orElse(null);
        return reading.each(records);
    }

    /**
     * Reads the event that EventBridge Pipes delivers for a table's stream.
     *
     * @param json an array of records, or one record where a pipe delivers them one by one
     * @return the records, in order
     * @throws InvalidArgument if the text is not such an event
     */
    public static List<Record> ofPipes(String json) {
        Reading reading = new Reading("ofPipes()", "the JSON of a pipe's event for a DynamoDB stream");
        JsonNode event = reading.parsed(json);
        return event.isObject() ? List.of(reading.record(event)) : reading.each(event);
    }

    /**
     * Reads the data of one record of Kinesis Data Streams for DynamoDB.
     *
     * <p>Kinesis may deliver a record twice, and records of one item out of order: compare their times.
     *
     * @param json the data of the Kinesis record
     * @return the record, which has no sequence number
     * @throws InvalidArgument if the text is not such a record
     */
    public static Record ofKinesis(String json) {
        Reading reading = new Reading("ofKinesis()", "the JSON of a record of Kinesis Data Streams for DynamoDB");
        return reading.record(reading.parsed(json));
    }

    /** Reads one text; whatever is unexpected refuses the whole of it. */
    private static final class Reading {

        private final String method;
        private final String expected;

        Reading(String method, String expected) {
            this.method = method;
            this.expected = expected;
        }

        JsonNode parsed(@Nullable String json) {
            InvalidArgument.required(json, method, "json", expected);
            try {
                JsonNode parsed = JsonNode.parser().parse(json);
                if (parsed != null) {
                    return parsed;
                }
            } catch (RuntimeException ex) {
                // the parser quotes the text, which may be an item
            }
            throw invalid("a text that is not JSON");
        }

        private InvalidArgument invalid(String found) {
            return new InvalidArgument(method, "json", expected, found);
        }

        List<Record> each(@Nullable JsonNode records) {
            if (records == null || !records.isArray()) {
                throw invalid("JSON without records");
            }
            List<Record> all = new ArrayList<>();
            records.asArray().forEach(node -> all.add(record(node)));
            return all;
        }

        Record record(JsonNode node) {
            JsonNode change = node.isObject() ? node.field(DYNAMODB).orElse(null) : null;
            if (change == null || !change.isObject()) {
                throw invalid("JSON of a record without the member '" + DYNAMODB + "'");
            }
            try {
                Record.Builder record = Record.builder()
                        .eventID(text(node, "eventID"))
                        .eventName(text(node, "eventName"))
                        .eventVersion(text(node, "eventVersion"))
                        .eventSource(text(node, "eventSource"))
                        .awsRegion(text(node, "awsRegion"))
                        .dynamodb(images(change));
                JsonNode identity = node.field("userIdentity").orElse(null);
                return identity == null || !identity.isObject()
                        ? record.build()
                        : record.userIdentity(identity(identity)).build();
            } catch (RuntimeException ex) {
                // the JDK's messages about numbers, times and Base64 may quote the values
                throw invalid("JSON of a record with a value that is none of DynamoDB's");
            }
        }

        private static @Nullable String text(JsonNode node, String name) {
            JsonNode member = node.field(name).orElse(null);
            return member == null || member.isNull() ? null : member.text();
        }

        /** Lambda and DynamoDB do not agree about capitals here. */
        private static Identity identity(JsonNode node) {
            Identity.Builder identity = Identity.builder();
            node.asObject().forEach((name, value) -> {
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "type" -> identity.type(value.text());
                    case "principalid" -> identity.principalId(value.text());
                    default -> {
                        // other members are not used
                    }
                }
            });
            return identity.build();
        }

        private static StreamRecord images(JsonNode change) {
            StreamRecord.Builder images = StreamRecord.builder()
                    .sequenceNumber(text(change, "SequenceNumber"))
                    .streamViewType(text(change, "StreamViewType"));
            String size = text(change, "SizeBytes");
            if (size != null) {
                images.sizeBytes(Long.valueOf(size));
            }
            String at = text(change, "ApproximateCreationDateTime");
            if (at != null) {
                images.approximateCreationDateTime(instant(at, text(change, "ApproximateCreationDateTimePrecision")));
            }
            change.field("Keys").filter(JsonNode::isObject).ifPresent(keys -> images.keys(attributes(keys)));
            change.field("NewImage").filter(JsonNode::isObject).ifPresent(image -> images.newImage(attributes(image)));
            change.field("OldImage").filter(JsonNode::isObject).ifPresent(image -> images.oldImage(attributes(image)));
            return images.build();
        }

        /** Kinesis counts milliseconds or microseconds and says so; the others count seconds. */
        private static Instant instant(String number, @Nullable String precision) {
            int shift = precision == null ? 0 : precision.equals("MICROSECOND") ? 6 : 3;
            BigDecimal seconds = new BigDecimal(number).movePointLeft(shift);
            if (Math.abs((long) seconds.scale()) > LONGEST_TIME) {
                throw new IllegalArgumentException("a time has more digits than any moment needs");
            }
            BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
            int nanos = seconds.subtract(whole).movePointRight(NANO_DIGITS).intValue();
            return Instant.ofEpochSecond(whole.longValueExact(), nanos);
        }

        private static Map<String, AttributeValue> attributes(JsonNode item) {
            Map<String, AttributeValue> attributes = new LinkedHashMap<>();
            item.asObject().forEach((name, value) -> attributes.put(name, value(value)));
            return attributes;
        }

        private static AttributeValue value(JsonNode node) {
            Map<String, JsonNode> tagged = node.asObject();
            if (tagged.size() != 1) {
                throw new IllegalArgumentException("a value has one tag");
            }
            Map.Entry<String, JsonNode> only = tagged.entrySet().iterator().next();
            JsonNode content = only.getValue();
            return switch (only.getKey()) {
                case "S" -> AttributeValue.createS(content.asString());
                case "N" -> AttributeValue.createN(number(content));
                case "B" -> AttributeValue.createB(bytes(content));
                case "BOOL" -> AttributeValue.createBool(content.asBoolean());
                case "NULL" -> AttributeValue.createNul(true);
                case "M" -> AttributeValue.createM(attributes(content));
                case "L" ->
                    AttributeValue.createL(
                            content.asArray().stream().map(Reading::value).toList());
                case "SS" ->
                    AttributeValue.createSs(
                            content.asArray().stream().map(JsonNode::asString).toList());
                case "NS" ->
                    AttributeValue.createNs(
                            content.asArray().stream().map(Reading::number).toList());
                case "BS" ->
                    AttributeValue.createBs(
                            content.asArray().stream().map(Reading::bytes).toList());
                default -> throw new IllegalArgumentException("a tag is unknown");
            };
        }

        private static String number(JsonNode content) {
            String number = content.text();
            if (number == null) {
                throw new IllegalArgumentException("a number has a text");
            }
            return number;
        }

        private static SdkBytes bytes(JsonNode base64) {
            return SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(base64.asString()));
        }
    }
}
