package io.bloop.boot.export;

import io.bloop.table.ExportFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.TraitType;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Reads the text of an export again, as the tools that it is for would.
 *
 * @param create the request that creates the one table of the text
 * @param ttl the attribute of its time to live, or null
 * @param backups whether it has point-in-time recovery
 */
record ExportedText(CreateTableRequest create, String ttl, boolean backups) {

    static ExportedText of(ExportFormat format, String text) {
        return switch (format) {
            case CLOUDFORMATION -> of(cloudFormation(text));
            case TERRAFORM -> of(terraform(text));
            case CDK -> of(new Cdk(text).table());
            case CLI -> of(cli(text));
        };
    }

    private static ExportedText of(Map<String, Object> properties) {
        Map<String, Object> known = anyCase(properties);
        if (find(known, "StreamSpecification") instanceof Map<?, ?> stream) {
            Map<String, Object> enabled = anyCase(strings(stream));
            enabled.put("StreamEnabled", true);
            known.put("StreamSpecification", enabled);
        }
        if (find(known, "SSESpecification") instanceof Map<?, ?> encryption) {
            Map<String, Object> enabled = anyCase(strings(encryption));
            enabled.putIfAbsent("Enabled", find(enabled, "SSEEnabled"));
            known.put("SSESpecification", enabled);
        }
        CreateTableRequest.Builder create = CreateTableRequest.builder();
        fill(create, known);
        Object ttl = find(known, "TimeToLiveSpecification");
        return new ExportedText(
                create.build(),
                ttl instanceof Map<?, ?> map ? (String) find(strings(map), "AttributeName") : null,
                find(known, "PointInTimeRecoverySpecification") != null);
    }

    @SuppressWarnings("unchecked") // the parsers make no others
    private static Map<String, Object> strings(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    /** Builders of the CDK begin the names with small letters, and the CLI writes all of them small. */
    private static Object find(Map<String, Object> map, String name) {
        return anyCase(map).get(name);
    }

    private static Map<String, Object> anyCase(Map<String, Object> map) {
        Map<String, Object> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        any.putAll(map);
        return any;
    }

    private static void fill(SdkPojo builder, Map<String, Object> tree) {
        for (SdkField<?> field : builder.sdkFields()) {
            Object value = find(tree, field.memberName());
            if (value != null) {
                field.set(builder, converted(field, value));
            }
        }
    }

    private static Object converted(SdkField<?> field, Object value) {
        if (value instanceof List<?> list) {
            ListTrait trait = field.getTrait(ListTrait.class, TraitType.LIST_TRAIT);
            return list.stream()
                    .map(element -> converted(trait.memberFieldInfo(), element))
                    .toList();
        }
        if (value instanceof Map<?, ?> map) {
            SdkPojo nested = field.constructor().get();
            fill(nested, strings(map));
            return ((SdkBuilder<?, ?>) nested).build();
        }
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }

    private static Map<String, Object> cloudFormation(String text) {
        Map<String, Map<String, Map<String, Object>>> template =
                new Yaml().load(text.replace("AWSTemplateFormatVersion: \"2010-09-09\"\n", ""));
        Map<String, Object> resource =
                template.get("Resources").values().iterator().next();
        if (!"AWS::DynamoDB::Table".equals(resource.get("Type")) || !"Retain".equals(resource.get("DeletionPolicy"))) {
            throw new AssertionError(text);
        }
        Map<String, Object> properties = new LinkedHashMap<>(strings((Map<?, ?>) resource.get("Properties")));
        if (properties.get("TableName") instanceof Map<?, ?> reference) {
            properties.put(
                    "TableName",
                    template.get("Parameters")
                            .get((String) reference.get("Ref"))
                            .get("Default"));
        }
        return properties;
    }

    private static Map<String, Object> cli(String text) {
        Map<String, Object> properties = new LinkedHashMap<>();
        String known = text;
        Matcher variable = Pattern.compile("(\\w+)=\\$\\{\\w+:-([\\w.-]+)}").matcher(text);
        while (variable.find()) {
            known = known.replace("\"$" + variable.group(1) + "\"", variable.group(2));
        }
        for (String line : known.lines().filter(l -> l.contains("aws ")).toList()) {
            Matcher option = Pattern.compile(" --([\\w-]+)(?: ('(?:[^']|'\\\\'')*'|(?!--)[^ ]+))?")
                    .matcher(line);
            while (option.find()) {
                String name = option.group(1).replace("-", "");
                String value = option.group(2);
                properties.put(
                        name,
                        value == null
                                ? (Object) true
                                : new Yaml()
                                        .load(
                                                value.startsWith("'")
                                                        ? value.substring(1, value.length() - 1)
                                                                .replace("'\\''", "'")
                                                        : value));
            }
        }
        return properties;
    }

    private static Map<String, Object> block(List<String> lines) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (!lines.isEmpty()) {
            String line = lines.remove(0).strip();
            if (line.equals("}")) {
                return members;
            }
            if (line.endsWith("{")) {
                String name = line.replace("=", "").replace("{", "").strip();
                @SuppressWarnings("unchecked") // blocks are kept in lists
                List<Object> blocks = (List<Object>) members.computeIfAbsent(name, ignored -> new ArrayList<>());
                blocks.add(block(lines));
            } else if (!line.isEmpty()) {
                String[] parts = line.split(" = ", 2);
                Object value = new Yaml().load(parts[1]);
                members.put(
                        parts[0].startsWith("\"") ? new Yaml().<String>load(parts[0]) : parts[0],
                        value instanceof String string
                                ? string.replace("$${", "${").replace("%%{", "%{")
                                : value);
            }
        }
        return members;
    }

    private static Map<String, Object> terraform(String text) {
        Map<String, Object> file = block(new ArrayList<>(text.lines().toList()));
        Map<String, Object> table = file.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("resource \"aws_dynamodb_table\""))
                .map(entry -> one(entry.getValue()))
                .findFirst()
                .orElseThrow();
        Map<String, Object> properties = new LinkedHashMap<>();
        String name = (String) table.get("name");
        properties.put(
                "TableName",
                name.startsWith("var.")
                        ? one(file.get("variable \"" + name.substring(4) + "\""))
                                .get("default")
                        : name);
        properties.put("BillingMode", table.get("billing_mode"));
        properties.put("TableClass", table.get("table_class"));
        properties.put("DeletionProtectionEnabled", table.get("deletion_protection_enabled"));
        common(table, table, properties);
        properties.put(
                "AttributeDefinitions",
                all(table.get("attribute")).stream()
                        .map(attribute ->
                                Map.of("AttributeName", attribute.get("name"), "AttributeType", attribute.get("type")))
                        .toList());
        for (String kind : List.of("global", "local")) {
            List<Map<String, Object>> indexes = all(table.get(kind + "_secondary_index")).stream()
                    .map(index -> {
                        Map<String, Object> known = new LinkedHashMap<>();
                        known.put("IndexName", index.get("name"));
                        Map<String, Object> projection = new LinkedHashMap<>();
                        projection.put("ProjectionType", index.get("projection_type"));
                        projection.put("NonKeyAttributes", index.get("non_key_attributes"));
                        known.put("Projection", projection);
                        common(index, kind.equals("local") ? table : index, known);
                        return known;
                    })
                    .toList();
            if (!indexes.isEmpty()) {
                properties.put(kind + "SecondaryIndexes", indexes);
            }
        }
        if (table.containsKey("stream_enabled")) {
            properties.put("StreamSpecification", Map.of("StreamViewType", table.get("stream_view_type")));
        }
        if (table.containsKey("ttl")) {
            properties.put(
                    "TimeToLiveSpecification",
                    Map.of("AttributeName", one(table.get("ttl")).get("attribute_name")));
        }
        if (table.containsKey("point_in_time_recovery")) {
            properties.put("PointInTimeRecoverySpecification", Map.of());
        }
        if (table.containsKey("server_side_encryption")) {
            Map<String, Object> encryption = new LinkedHashMap<>();
            encryption.put("Enabled", one(table.get("server_side_encryption")).get("enabled"));
            encryption.put(
                    "KMSMasterKeyId", one(table.get("server_side_encryption")).get("kms_key_arn"));
            // the provider asks for KMS where there is a key
            encryption.put("SSEType", encryption.get("KMSMasterKeyId") == null ? null : "KMS");
            properties.put("SSESpecification", encryption);
        }
        if (table.containsKey("tags")) {
            properties.put(
                    "Tags",
                    one(table.get("tags")).entrySet().stream()
                            .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
                            .toList());
        }
        return properties;
    }

    private static void common(Map<String, Object> from, Map<String, Object> hashOwner, Map<String, Object> into) {
        List<Map<String, Object>> keys = new ArrayList<>();
        if (hashOwner.get("hash_key") != null) {
            keys.add(Map.of("AttributeName", hashOwner.get("hash_key"), "KeyType", "HASH"));
        }
        if (from.get("range_key") != null) {
            keys.add(Map.of("AttributeName", from.get("range_key"), "KeyType", "RANGE"));
        }
        all(from.get("key_schema"))
                .forEach(key ->
                        keys.add(Map.of("AttributeName", key.get("attribute_name"), "KeyType", key.get("key_type"))));
        into.put("KeySchema", keys);
        if (from.get("read_capacity") != null) {
            into.put(
                    "ProvisionedThroughput",
                    Map.of(
                            "ReadCapacityUnits",
                            from.get("read_capacity"),
                            "WriteCapacityUnits",
                            from.get("write_capacity")));
        }
        if (from.containsKey("on_demand_throughput")) {
            Map<String, Object> units = one(from.get("on_demand_throughput"));
            into.put(
                    "OnDemandThroughput",
                    Map.of(
                            "MaxReadRequestUnits",
                            units.get("max_read_request_units"),
                            "MaxWriteRequestUnits",
                            units.get("max_write_request_units")));
        }
        if (from.containsKey("warm_throughput")) {
            Map<String, Object> units = one(from.get("warm_throughput"));
            into.put(
                    "WarmThroughput",
                    Map.of(
                            "ReadUnitsPerSecond",
                            units.get("read_units_per_second"),
                            "WriteUnitsPerSecond",
                            units.get("write_units_per_second")));
        }
    }

    private static List<Map<String, Object>> all(Object blocks) {
        List<Map<String, Object>> all = new ArrayList<>();
        if (blocks instanceof List<?> list) {
            list.forEach(one -> all.add(strings((Map<?, ?>) one)));
        }
        return all;
    }

    private static Map<String, Object> one(Object blocks) {
        return all(blocks).get(0);
    }

    /** Reads the chains of builders of a CDK stack. */
    private static final class Cdk {

        private static final Pattern TOKEN = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|[\\w.]+|[(),;=]|\\S");

        private final List<String> tokens = new ArrayList<>();
        private final Map<String, String> parameters = new LinkedHashMap<>();

        private Cdk(String text) {
            Matcher parameter = Pattern.compile("CfnParameter (\\w+) = .*?defaultValue\\(\"(.*?)\"\\)", Pattern.DOTALL)
                    .matcher(text);
            while (parameter.find()) {
                parameters.put(parameter.group(1), parameter.group(2));
            }
            Matcher token = TOKEN.matcher(text.substring(text.indexOf("CfnTable.Builder.create")));
            while (token.find()) {
                tokens.add(token.group());
            }
        }

        private Map<String, Object> table() {
            tokens.subList(0, tokens.indexOf(")") + 1).clear();
            return members();
        }

        private Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            while (true) {
                String method = tokens.remove(0).substring(1).toLowerCase(Locale.ROOT);
                expect("(");
                if (method.equals("build")) {
                    expect(")");
                    return members;
                }
                members.put(method, value());
                expect(")");
            }
        }

        private Object value() {
            String token = tokens.remove(0);
            if (token.equals("List.of")) {
                List<Object> values = new ArrayList<>();
                expect("(");
                while (!tokens.get(0).equals(")")) {
                    if (tokens.get(0).equals(",")) {
                        tokens.remove(0);
                    }
                    values.add(value());
                }
                expect(")");
                return values;
            }
            if (token.endsWith(".builder")) {
                expect("(");
                expect(")");
                return members();
            }
            if (token.endsWith(".getValueAsString")) {
                expect("(");
                expect(")");
                return parameters.get(token.replace(".getValueAsString", ""));
            }
            return new Yaml().load(token);
        }

        private void expect(String token) {
            String found = tokens.remove(0);
            if (!found.equals(token)) {
                throw new AssertionError("expected " + token + ", found " + found + " before " + tokens);
            }
        }
    }
}
