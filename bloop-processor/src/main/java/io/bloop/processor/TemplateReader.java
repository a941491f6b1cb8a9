package io.bloop.processor;

import io.bloop.Suggestion;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.RangeKey;
import io.bloop.rule.internal.PartFacts;
import io.bloop.rule.internal.TemplateText;
import io.bloop.type.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;

/** Reads the templates of keys, which are columns without members. */
final class TemplateReader {

    private final ModelContext scope;
    private final List<ModelColumn> members;
    private final Map<String, ModelColumn> made = new LinkedHashMap<>();

    /**
     * Creates a reader.
     *
     * @param members the columns that templates can name
     */
    TemplateReader(ModelContext scope, List<ModelColumn> members) {
        this.scope = scope;
        this.members = members;
    }

    /** Tells whether what names a key is a template rather than a column. */
    static boolean isTemplate(String text) {
        return !SourceVersion.isIdentifier(text);
    }

    /** Reads the templates of the table's keys. */
    void readTable() {
        List.of(HashKey.class, RangeKey.class).forEach(type -> {
            AnnotationUse.inherited(scope.model(), type).ifPresent(mark -> {
                String attribute = mark.text("storedAs").orElse(type == HashKey.class ? "PK" : "SK");
                ColumnAnnotations marks = new ColumnAnnotations(Map.of(type, mark));
                Spot spot =
                        mark.value("value").map(value -> Spot.of(mark, value)).orElseGet(() -> Spot.of(mark));
                add(attribute, mark.text("value").orElse(""), spot, Spot.of(mark, "storedAs"), marks);
            });
            members.forEach(column -> column.mark(type).ifPresent(this::checkMember));
        });
    }

    private void checkMember(AnnotationUse mark) {
        Stream.of("value", "storedAs")
                .filter(member -> mark.value(member).isPresent())
                .findFirst()
                .ifPresent(member -> scope.error(
                        Spot.of(mark, member),
                        "The member '" + mark.element().getSimpleName() + "' is marked with " + mark
                                + ", and a template is for a key of several columns; put the annotation on "
                                + scope.name() + ", or leave its values out."));
    }

    /** Returns the key of an index that a template makes. */
    ModelColumn indexKey(AnnotationUse mark, AnnotationValue value, String member, String suffix) {
        String attribute = mark.text(member + "StoredAs")
                .orElseGet(
                        () -> mark.text("storedAs").or(() -> mark.text("name")).orElse("") + suffix);
        return add(
                attribute,
                String.valueOf(value.getValue()),
                Spot.of(mark, value),
                Spot.of(mark, member + "StoredAs"),
                new ColumnAnnotations(Map.of()));
    }

    /** Returns the columns that templates make. */
    List<ModelColumn> columns() {
        return List.copyOf(made.values());
    }

    private ModelColumn add(String attribute, String template, Spot spot, Spot nameSpot, ColumnAnnotations marks) {
        TemplateText text = TemplateText.of(template);
        StoredType type = new StoredType(
                Kind.STRING, scope.typeNamed("java.lang.String"), imports -> imports.constant(Types.class, "STRING"));
        Member member = new Member(attribute, scope.typeNamed("java.lang.String"), scope.model(), marks);
        ModelColumn column = new ModelColumn(
                member, Optional.of(type), new Access("", Access.NOT_AFTERWARDS), Optional.of(new KeyForm(text, spot)));
        ModelColumn present = made.putIfAbsent(attribute, column);
        String other =
                present == null ? template : present.form().orElseThrow().text().text();
        if (!other.equals(template)) {
            scope.error(
                    spot,
                    "The templates '" + other + "' and '" + template + "' both make '" + attribute
                            + "'; name the attribute of one of them with storedAs, hashKeyStoredAs or rangeKeyStoredAs.");
        } else if (present == null) {
            check(attribute, text, spot, nameSpot);
        }
        return present == null ? column : present;
    }

    private void check(String attribute, TemplateText text, Spot spot, Spot nameSpot) {
        String what = "The template of '" + attribute + "', '" + text.text() + "', ";
        if (!SourceVersion.isIdentifier(attribute) || SourceVersion.isKeyword(attribute)) {
            scope.error(
                    nameSpot,
                    what
                            + "makes an attribute whose name no Java field can have; choose another, or write the definition "
                            + "by hand.");
        }
        if (text.problem() != null) {
            scope.error(spot, what + text.problem() + ".");
            return;
        }
        for (TemplateText.Part part : text.parts()) {
            Optional<ModelColumn> column = ModelColumn.named(members, part.name());
            if (column.isEmpty() && !scope.isAbstract()) {
                List<String> known = members.stream().map(ModelColumn::name).toList();
                scope.error(
                        spot,
                        what + "names '" + part.name() + "', and " + scope.name() + " has no such column. "
                                + Suggestion.sentence(part.name(), known));
            }
            column.filter(found -> found.type().isPresent())
                    .map(found -> facts(found).problem(part))
                    .ifPresent(problem -> scope.error(spot, what + "names '" + part.name() + "', " + problem + "."));
        }
    }

    private static PartFacts facts(ModelColumn column) {
        Kind kind = column.type().orElseThrow().kind();
        return new PartFacts(
                column.name(),
                TypeNames.simple(column.javaType()),
                TypeNames.erased(column.javaType()),
                kind == Kind.STRING,
                kind == Kind.NUMBER,
                !column.stamps().isEmpty(),
                false);
    }
}
