package io.bloop.processor;

import io.bloop.annotation.Model;
import io.bloop.rule.internal.NameRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads an annotated model and finds its mistakes, all of them. */
final class ModelReader {

    private ModelReader() {}

    /** Returns the model. Its definition can be written if the scope has no errors. */
    static Optional<ParsedModel> read(ModelContext scope) {
        Optional<ParsedModel> parsed = parse(scope);
        parsed.ifPresent(model -> scope.sources().tables().check(model));
        return parsed;
    }

    /** Returns the model as {@link #read}, without comparing it with the others of its table. */
    static Optional<ParsedModel> parse(ModelContext scope) {
        if (!ClassCheck.canBe(scope)) {
            return Optional.empty();
        }
        ClassCheck.check(scope);
        Supertype.checkModels(scope);
        List<ModelColumn> members = new ColumnReader(scope).read();
        TemplateReader templates = new TemplateReader(scope, members);
        templates.readTable();
        List<ModelIndex> indexes = new IndexReader(scope, members, templates).read();
        List<ModelColumn> columns =
                Stream.concat(members.stream(), templates.columns().stream()).toList();
        ParsedModel parsed = new ParsedModel(
                scope, columns, indexes, ModelTable.read(scope), ModelClaim.read(scope, ParsedModel.modelName(scope)));
        RuleCheck.check(parsed);
        KeyOnlyCheck.check(parsed);
        checkNames(parsed);
        return Optional.of(parsed);
    }

    private static void checkNames(ParsedModel parsed) {
        ModelContext scope = parsed.scope();
        if (parsed.modelName().filter(String::isEmpty).isPresent()) {
            AnnotationUse mark = AnnotationUse.find(scope.model(), Model.class).orElseThrow();
            scope.error(Spot.of(mark, "value"), "The model's name is empty; leave it out, or name the model.");
        } else if (parsed.modelName().isPresent() && scope.isAbstract() && !Supertype.is(scope.model())) {
            AnnotationUse mark = AnnotationUse.find(scope.model(), Model.class).orElseThrow();
            scope.error(
                    Spot.of(mark, "value"),
                    scope.name() + " is abstract, and a model's name is never inherited; leave it out.");
        }
        checkTableName(parsed);
        String constant = Names.constant(scope.model());
        Stream.concat(
                        parsed.columns().stream()
                                .filter(column -> column.name().equals(constant))
                                .map(column -> new Named("Column", column.spot())),
                        parsed.indexes().stream()
                                .filter(index -> index.name().equals(constant))
                                .map(index -> new Named("Index", Spot.of(index.mark(), "name"))))
                .forEach(named -> scope.error(
                        named.spot(),
                        named.what() + " '" + constant + "' has the name of the constant " + scope.generated() + "."
                                + constant + "; rename it."));
    }

    /** Checks the table's name where that is the model's. */
    private static void checkTableName(ParsedModel parsed) {
        ModelContext scope = parsed.scope();
        if (!scope.isAbstract() && parsed.table().name().isEmpty()) {
            String name = parsed.modelName().orElseGet(scope::name);
            Spot spot = AnnotationUse.find(scope.model(), Model.class)
                    .filter(mark -> mark.value("value").isPresent())
                    .map(mark -> Spot.of(mark, "value"))
                    .orElseGet(() -> Spot.of(scope.model()));
            NameRules.givenTable(name)
                    .ifPresent(problem -> scope.error(
                            spot,
                            "The table has the name of the model, and " + NameRules.quoted(name) + " " + problem
                                    + ". Name the table with @Table(name = ...)."));
        }
    }

    private record Named(String what, Spot spot) {}
}
