package io.bloop.table.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a stack of the AWS CDK in Java, of the constructs that are CloudFormation's resources.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/java/software/amazon/awscdk/services/dynamodb/CfnTable.html">CfnTable</a>
 */
final class CdkText {

    /** The classes of nested properties whose names do not follow from those of the properties. */
    private static final Map<String, String> CLASSES = Map.of(
            "KeySchema", "KeySchemaProperty",
            "AttributeDefinitions", "AttributeDefinitionProperty",
            "GlobalSecondaryIndexes", "GlobalSecondaryIndexProperty",
            "LocalSecondaryIndexes", "LocalSecondaryIndexProperty");

    private CdkText() {}

    static String of(List<ExportedTable> tables, boolean parameters) {
        List<String> lines = new ArrayList<>(List.of(
                "import java.util.List;",
                "import org.jetbrains.annotations.Nullable;",
                "import software.amazon.awscdk.CfnParameter;",
                "import software.amazon.awscdk.CfnTag;",
                "import software.amazon.awscdk.RemovalPolicy;",
                "import software.amazon.awscdk.Stack;",
                "import software.amazon.awscdk.StackProps;",
                "import software.amazon.awscdk.services.dynamodb.CfnTable;",
                "import software.constructs.Construct;",
                "",
                "public class BloopTables extends Stack {",
                "",
                "    public BloopTables(Construct scope, String id, @Nullable StackProps props) {",
                "        super(scope, id, props);"));
        tables.forEach(table -> table(table, parameters, lines));
        lines.add("    }");
        lines.add("}");
        lines.removeIf(line -> !parameters && line.endsWith(".CfnParameter;"));
        lines.removeIf(line -> line.endsWith(".CfnTag;") && tables.stream().noneMatch(CdkText::isTagged));
        return String.join("\n", lines) + "\n";
    }

    private static boolean isTagged(ExportedTable table) {
        return table.properties().containsKey("Tags");
    }

    private static void table(ExportedTable table, boolean parameters, List<String> lines) {
        String variable = uncapitalized(table.id());
        lines.add("");
        if (parameters) {
            lines.add("        CfnParameter " + variable + "Name = CfnParameter.Builder.create(this, "
                    + AwsCli.json(table.parameter()) + ")");
            lines.add("                .type(\"String\")");
            lines.add("                .defaultValue(" + AwsCli.json(table.name()) + ")");
            lines.add("                .build();");
        }
        lines.add("        CfnTable " + variable + " = CfnTable.Builder.create(this, " + AwsCli.json(table.id()) + ")");
        lines.add("                .tableName("
                + (parameters ? variable + "Name.getValueAsString()" : AwsCli.json(table.name())) + ")");
        table.properties()
                .forEach((name, value) -> lines.add(
                        "                ." + method(name) + "(" + value(name, value, "                ") + ")"));
        lines.add("                .build();");
        lines.add("        " + variable + ".applyRemovalPolicy(RemovalPolicy.RETAIN);");
    }

    private static String value(String name, Object value, String indent) {
        String inner = indent + "        ";
        if (value instanceof Map<?, ?> members) {
            StringBuilder text = new StringBuilder(
                    name.equals("Tags")
                            ? "CfnTag.builder()"
                            : "CfnTable." + CLASSES.getOrDefault(name, name + "Property") + ".builder()");
            members.forEach((member, of) -> text.append('\n')
                    .append(inner)
                    .append('.')
                    .append(method((String) member))
                    .append('(')
                    .append(value((String) member, of, inner))
                    .append(')'));
            return text.append('\n').append(inner).append(".build()").toString();
        }
        if (value instanceof List<?> list) {
            List<String> elements = new ArrayList<>();
            list.forEach(element -> elements.add("\n" + inner + value(name, element, inner)));
            return "List.of(" + String.join(",", elements) + ")";
        }
        return AwsCli.json(value);
    }

    /** Returns the name of a builder's method, such as {@code sseSpecification}. */
    private static String method(String property) {
        int capitals = 0;
        while (capitals < property.length() && Character.isUpperCase(property.charAt(capitals))) {
            capitals++;
        }
        int lower = capitals == 1 || capitals == property.length() ? capitals : capitals - 1;
        return property.substring(0, lower).toLowerCase(Locale.ROOT) + property.substring(lower);
    }

    private static String uncapitalized(String id) {
        return id.substring(0, 1).toLowerCase(Locale.ROOT) + id.substring(1);
    }
}
