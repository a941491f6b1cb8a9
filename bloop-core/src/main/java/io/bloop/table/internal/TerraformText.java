package io.bloop.table.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes resources of Terraform's AWS provider.
 *
 * @see <a href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table">aws_dynamodb_table</a>
 */
final class TerraformText {

    /** Texts of an expression, which are written without quotes. */
    private record Expression(String text) {}

    private final List<String> lines = new ArrayList<>();

    private TerraformText() {}

    static String of(List<ExportedTable> tables, boolean parameters) {
        TerraformText text = new TerraformText();
        tables.forEach(table -> text.table(table, parameters));
        return String.join("\n", text.lines) + "\n";
    }

    private void table(ExportedTable table, boolean parameters) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        String variable = CamelCase.joined(table.parameter(), "_");
        if (parameters) {
            lines.add("variable \"" + variable + "\" {");
            attribute("type", new Expression("string"), "  ");
            attribute("default", table.name(), "  ");
            lines.add("}");
            lines.add("");
        }
        lines.add("resource \"aws_dynamodb_table\" \"" + CamelCase.joined(table.id(), "_") + "\" {");
        Map<String, Object> properties = table.properties();
        attribute("name", parameters ? new Expression("var." + variable) : table.name(), "  ");
        attribute("billing_mode", properties.get("BillingMode"), "  ");
        keys(list(properties, "KeySchema"), "  ");
        capacity(properties, "  ");
        attribute("table_class", properties.get("TableClass"), "  ");
        attribute("deletion_protection_enabled", properties.get("DeletionProtectionEnabled"), "  ");
        Map<?, ?> stream = map(properties, "StreamSpecification");
        if (!stream.isEmpty()) {
            attribute("stream_enabled", true, "  ");
            attribute("stream_view_type", stream.get("StreamViewType"), "  ");
        }
        list(properties, "AttributeDefinitions")
                .forEach(attribute -> block(
                        "attribute",
                        members("name", attribute.get("AttributeName"), "type", attribute.get("AttributeType")),
                        "  "));
        list(properties, "GlobalSecondaryIndexes").forEach(index -> index("global_secondary_index", index));
        list(properties, "LocalSecondaryIndexes").forEach(index -> index("local_secondary_index", index));
        throughput(properties, "  ");
        Map<?, ?> ttl = map(properties, "TimeToLiveSpecification");
        block("ttl", members("attribute_name", ttl.get("AttributeName"), "enabled", ttl.get("Enabled")), "  ");
        block(
                "point_in_time_recovery",
                members(
                        "enabled",
                        map(properties, "PointInTimeRecoverySpecification").get("PointInTimeRecoveryEnabled")),
                "  ");
        Map<?, ?> encryption = map(properties, "SSESpecification");
        block(
                "server_side_encryption",
                members("enabled", encryption.get("SSEEnabled"), "kms_key_arn", encryption.get("KMSMasterKeyId")),
                "  ");
        tags(list(properties, "Tags"));
        lines.add("");
        lines.add("  lifecycle {");
        attribute("prevent_destroy", true, "    ");
        lines.add("  }");
        lines.add("}");
    }

    private void keys(List<Map<?, ?>> keys, String indent) {
        boolean single = keys.size() <= 2
                && keys.stream().map(key -> key.get("KeyType")).distinct().count() == keys.size();
        for (Map<?, ?> key : keys) {
            boolean hash = "HASH".equals(key.get("KeyType"));
            if (single) {
                attribute(hash ? "hash_key" : "range_key", key.get("AttributeName"), indent);
            } else {
                block(
                        "key_schema",
                        members("attribute_name", key.get("AttributeName"), "key_type", key.get("KeyType")),
                        indent);
            }
        }
    }

    private void index(String kind, Map<?, ?> index) {
        lines.add("");
        lines.add("  " + kind + " {");
        attribute("name", index.get("IndexName"), "    ");
        List<Map<?, ?>> keys = list(index, "KeySchema");
        keys(
                kind.startsWith("local")
                        ? keys.stream()
                                .filter(key -> "RANGE".equals(key.get("KeyType")))
                                .toList()
                        : keys,
                "    ");
        Map<?, ?> projection = map(index, "Projection");
        attribute("projection_type", projection.get("ProjectionType"), "    ");
        attribute("non_key_attributes", projection.get("NonKeyAttributes"), "    ");
        capacity(index, "    ");
        throughput(index, "    ");
        lines.add("  }");
    }

    private void capacity(Map<?, ?> owner, String indent) {
        Map<?, ?> units = map(owner, "ProvisionedThroughput");
        attribute("read_capacity", units.get("ReadCapacityUnits"), indent);
        attribute("write_capacity", units.get("WriteCapacityUnits"), indent);
    }

    private void throughput(Map<?, ?> owner, String indent) {
        Map<?, ?> maximum = map(owner, "OnDemandThroughput");
        block(
                "on_demand_throughput",
                members(
                        "max_read_request_units",
                        maximum.get("MaxReadRequestUnits"),
                        "max_write_request_units",
                        maximum.get("MaxWriteRequestUnits")),
                indent);
        Map<?, ?> warm = map(owner, "WarmThroughput");
        block(
                "warm_throughput",
                members(
                        "read_units_per_second",
                        warm.get("ReadUnitsPerSecond"),
                        "write_units_per_second",
                        warm.get("WriteUnitsPerSecond")),
                indent);
    }

    private void tags(List<Map<?, ?>> tags) {
        if (tags.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("  tags = {");
        tags.forEach(tag -> attribute(quoted(tag.get("Key")), tag.get("Value"), "    "));
        lines.add("  }");
    }

    /** Writes a block of the members that are there; none without members. */
    private void block(String name, Map<String, Object> members, String indent) {
        if (members.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(indent + name + " {");
        members.forEach((member, value) -> attribute(member, value, indent + "  "));
        lines.add(indent + "}");
    }

    private void attribute(String name, @Nullable Object value, String indent) {
        if (value != null) {
            lines.add(indent + name + " = " + quoted(value));
        }
    }

    /** Texts are JSON's, but that a dollar or a percent sign before a brace begins a template. */
    private static String quoted(@Nullable Object value) {
        return value instanceof Expression expression
                ? expression.text()
                : AwsCli.json(value == null ? "" : value).replace("${", "$${").replace("%{", "%%{");
    }

    private static Map<String, Object> members(@Nullable Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                members.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return members;
    }

    private static Map<?, ?> map(Map<?, ?> owner, String name) {
        return owner.get(name) instanceof Map<?, ?> members ? members : Map.of();
    }

    private static List<Map<?, ?>> list(Map<?, ?> owner, String name) {
        List<Map<?, ?>> elements = new ArrayList<>();
        if (owner.get(name) instanceof List<?> list) {
            list.forEach(element -> elements.add((Map<?, ?>) element));
        }
        return elements;
    }
}
