package io.bloop.table.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a template of CloudFormation.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html">AWS::DynamoDB::Table</a>
 */
final class CloudFormationText {

    private CloudFormationText() {}

    static String of(List<ExportedTable> tables, boolean parameters) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("AWSTemplateFormatVersion", "2010-09-09");
        if (parameters) {
            Map<String, Object> names = new LinkedHashMap<>();
            tables.forEach(table -> names.put(table.parameter(), members("Type", "String", "Default", table.name())));
            template.put("Parameters", names);
        }
        Map<String, Object> resources = new LinkedHashMap<>();
        tables.forEach(table -> resources.put(table.id(), resource(table, parameters)));
        template.put("Resources", resources);
        List<String> lines = new ArrayList<>();
        map(template, "", lines);
        return String.join("\n", lines) + "\n";
    }

    private static Map<String, Object> resource(ExportedTable table, boolean parameters) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("TableName", parameters ? members("Ref", table.parameter()) : table.name());
        properties.putAll(table.properties());
        return members(
                "Type",
                "AWS::DynamoDB::Table",
                "DeletionPolicy",
                "Retain",
                "UpdateReplacePolicy",
                "Retain",
                "Properties",
                properties);
    }

    private static Map<String, Object> members(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }

    private static void map(Map<?, ?> map, String indent, List<String> lines) {
        map.forEach((name, value) -> {
            if (value instanceof Map<?, ?> nested) {
                lines.add(indent + name + ":");
                map(nested, indent + "  ", lines);
            } else if (value instanceof List<?> list) {
                lines.add(indent + name + ":");
                list.forEach(element -> element(element, indent + "  ", lines));
            } else {
                lines.add(indent + name + ": " + scalar(value));
            }
        });
    }

    private static void element(Object element, String indent, List<String> lines) {
        if (element instanceof Map<?, ?> map) {
            int first = lines.size();
            map(map, indent + "  ", lines);
            lines.set(first, indent + "- " + lines.get(first).substring(indent.length() + 2));
        } else {
            lines.add(indent + "- " + scalar(element));
        }
    }

    /** Returns texts in double quotes, which are JSON's and YAML's alike. */
    private static String scalar(Object value) {
        return AwsCli.json(value);
    }
}
