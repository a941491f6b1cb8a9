package io.bloop.processor;

import io.bloop.annotation.Computed;
import io.bloop.annotation.KeyOnly;
import io.bloop.annotation.Ttl;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.LocalSecondaryIndex;
import io.bloop.settings.Billing;
import io.bloop.settings.StreamView;
import io.bloop.settings.TableClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the fields and the constructor of a definition. The constructor has the settings of the table. */
final class FieldsWriter {

    private final ParsedModel parsed;
    private final Imports imports;
    private final String type;

    FieldsWriter(ParsedModel parsed, Imports imports) {
        this.parsed = parsed;
        this.imports = imports;
        this.type = imports.type(parsed.scope().model());
    }

    List<String> write() {
        List<String> parts = new ArrayList<>();
        parts.add(parsed.columns().stream().map(this::column).collect(Collectors.joining()));
        if (!parsed.indexes().isEmpty()) {
            parts.add(parsed.indexes().stream().map(this::index).collect(Collectors.joining()));
        }
        parts.add(constructor());
        return parts;
    }

    /** Returns the fields alone, with nothing that could be a mistake. */
    List<String> sketch() {
        List<String> parts = new ArrayList<>();
        parts.add(parsed.columns().stream()
                .map(column -> column(column, List.of("column(" + text(column.name()) + ", " + code(column) + ")")))
                .collect(Collectors.joining()));
        parts.add(parsed.indexes().stream()
                .map(index -> index(index, List.of(declared(index, imports.member(IndexProjection.class, "ALL")))))
                .collect(Collectors.joining()));
        parts.add("    private " + parsed.scope().generated() + "() {\n        super(" + type + ".class);\n    }\n");
        return parts;
    }

    String code(ModelColumn column) {
        return column.type().orElseThrow().code().print(imports);
    }

    private String column(ModelColumn column) {
        if (column.form().isPresent()) {
            return template(column, column.form().get().text().text());
        }
        String code = code(column) + DefaultValue.code(parsed.scope(), column, imports);
        List<String> calls = new ArrayList<>();
        calls.add("column(" + text(column.name()) + ", " + code + ")");
        if (!column.storedName().equals(column.name())) {
            calls.add(".storedAs(" + text(column.storedName()) + ")");
        }
        if (InitialReader.isKept(column)) {
            calls.add(".keepInitial()");
        }
        column.mark(Computed.class)
                .ifPresent(mark -> calls.add(".computedFrom("
                        + mark.texts("from").stream().map(this::text).collect(Collectors.joining(", ")) + ")"));
        if (column.mark(KeyOnly.class).isPresent()) {
            calls.add(".keyOnly()");
        }
        if (column.isHashKey()) {
            calls.add(".hashKey()");
        } else if (column.isRangeKey()) {
            calls.add(".rangeKey()");
        }
        column.stamps().keySet().forEach(stamp -> calls.add("." + stamp.method() + "()"));
        return column(column, calls);
    }

    private String template(ModelColumn column, String template) {
        List<String> calls = new ArrayList<>();
        calls.add("template(" + text(column.name()) + ", " + text(template) + ")");
        if (column.isHashKey()) {
            calls.add(".hashKey()");
        } else if (column.isRangeKey()) {
            calls.add(".rangeKey()");
        }
        return column(column, calls);
    }

    /** Returns the field of a column, whose value is made by calls. */
    String column(ModelColumn column, List<String> calls) {
        StoredType stored = column.type().orElseThrow();
        String argument = stored.kind().isOfOneType() ? "" : stored.arguments(imports);
        String kind = stored.nesting()
                .map(nesting -> nesting.type(imports, type))
                .orElseGet(() -> imports.type(stored.kind().column()) + "<" + type + argument + ">");
        String declaration = "public final " + kind + " " + column.name();
        List<String> value = stored.nesting()
                .map(nesting -> nesting.path(imports, String.join("", calls)))
                .orElse(calls);
        return Lines.field(declaration, value) + "\n";
    }

    private String declared(ModelIndex index, String projection) {
        String method = index.isGlobal() ? "globalIndex" : "localIndex";
        return method + "(" + text(index.name()) + ", " + projection + ")";
    }

    private String index(ModelIndex index) {
        List<String> calls = new ArrayList<>();
        calls.add(declared(index, projection(index)));
        if (!index.storedName().equals(index.name())) {
            calls.add(".storedAs(" + text(index.storedName()) + ")");
        }
        if (index.isGlobal()) {
            calls.add(".hashKey(" + names(index.hashKeys()) + ")");
        }
        if (!index.rangeKeys().isEmpty()) {
            calls.add(".rangeKey(" + names(index.rangeKeys()) + ")");
        }
        calls.addAll(Throughput.calls(index.throughput()));
        if (!index.isStrict()) {
            calls.add(".notStrict()");
        }
        return index(index, calls);
    }

    private String index(ModelIndex index, List<String> calls) {
        return index(index.name(), index.isGlobal(), calls);
    }

    /** Returns the field of an index, whose value is made by calls. */
    String index(String name, boolean isGlobal, List<String> calls) {
        Class<?> kind = isGlobal ? GlobalSecondaryIndex.class : LocalSecondaryIndex.class;
        String declaration = "public final " + imports.type(kind) + "<" + type + "> " + name;
        return Lines.field(declaration, calls) + "\n";
    }

    private String projection(ModelIndex index) {
        return index.projection().equals("INCLUDE")
                ? imports.member(IndexProjection.class, "of") + "(" + names(index.include()) + ")"
                : imports.member(IndexProjection.class, index.projection());
    }

    private static String names(List<ModelColumn> columns) {
        return columns.stream().map(ModelColumn::name).collect(Collectors.joining(", "));
    }

    private String constructor() {
        String name = parsed.modelName().map(given -> ", " + text(given)).orElse("");
        String settings = claim() + settings();
        return "    private " + parsed.scope().generated() + "() {\n        super(" + type + ".class" + name + ");\n"
                + settings + "    }\n";
    }

    private String claim() {
        return parsed.claim()
                .map(claim -> "        discriminator(" + text(claim.attribute()) + ", "
                        + claim.values().stream().map(this::text).collect(Collectors.joining(", ")) + ");\n")
                .orElse("");
    }

    private String settings() {
        ModelTable table = parsed.table();
        List<String> calls = new ArrayList<>();
        table.name().ifPresent(name -> calls.add(".named(" + text(name) + ")"));
        table.setting("billing")
                .ifPresent(billing -> calls.add(".billing(" + imports.member(Billing.class, billing) + ")"));
        calls.addAll(Throughput.calls(table.throughput()));
        stream(table.stream()).ifPresent(view -> calls.add(".stream(" + imports.member(StreamView.class, view) + ")"));
        parsed.columns().stream()
                .filter(column -> column.mark(Ttl.class).isPresent())
                .forEach(column -> calls.add(".ttl(" + field(column.name()) + ")"));
        Stream.of("backups", "encryption", "deletionProtection")
                .forEach(member -> table.setting(member)
                        .ifPresent(state -> calls.add("." + member + "(" + state.equals("ON") + ")")));
        table.encryptionKey().ifPresent(key -> calls.add(".encryptionKey(" + text(key) + ")"));
        table.setting("tableClass")
                .ifPresent(found -> calls.add(".tableClass(" + imports.member(TableClass.class, found) + ")"));
        table.tags().forEach(tag -> calls.add(".tag(" + text(tag.getKey()) + ", " + text(tag.getValue()) + ")"));
        if (calls.isEmpty()) {
            return "";
        }
        String line = "        table(table -> table" + String.join("", calls) + ");\n";
        return line.length() <= 121
                ? line
                : "        table(table -> table" + String.join("\n                ", calls) + ");\n";
    }

    private static String field(String name) {
        return name.equals("table") ? "this.table" : name;
    }

    private static Optional<String> stream(List<String> told) {
        if (told.contains("NEW") && told.contains("OLD")) {
            return Optional.of("NEW_AND_OLD");
        }
        return told.stream().findFirst();
    }

    private String text(String value) {
        return parsed.scope().text(value);
    }
}
