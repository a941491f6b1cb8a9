package io.bloop.processor;

import io.bloop.Suggestion;
import io.bloop.annotation.Filter;
import io.bloop.annotation.Scan;
import io.bloop.annotation.UseIndex;
import io.bloop.query.Limit;
import io.bloop.query.Page;
import io.bloop.query.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the methods of a repository whose names say what they search for. */
final class RepositoryQueries {

    private static final String RESULTS = "an Optional, a List, a Page, a Stream or Results of ";

    private final RepositoryModel model;
    private final ModelContext scope;
    private final RepositoryMethod method;
    private final String what;

    RepositoryQueries(RepositoryModel model, RepositoryMethod method) {
        this.model = model;
        this.scope = model.scope();
        this.method = method;
        this.what = model.subject(method);
    }

    /** What is asked for besides conditions. */
    private record Extras(@Nullable String limit, @Nullable String token) {}

    /** What a method returns. */
    private record Returned(String kind, Optional<TypeElement> projection) {}

    /** A condition with the parameters that it compares with. */
    private record Bound(
            DerivedName.Comparison comparison, List<RepositoryMethod.Parameter> values, boolean isFilter) {}

    Optional<RepositoryMethod.Body> read() {
        Optional<DerivedName> name = DerivedName.read(method.name(), model.columns(), this::report);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Returned> returned = returned(name.get());
        Optional<List<Bound>> bound = bound(name.get());
        if (returned.isEmpty() || bound.isEmpty()) {
            return Optional.empty();
        }
        int used = bound.get().stream().mapToInt(one -> one.values().size()).sum();
        Optional<Extras> extras = extras(used, returned.get());
        Optional<KeyChoice.Candidate> key = key(name.get(), bound.get(), returned.get());
        return extras.isEmpty()
                        || key.isEmpty() && !isScan()
                        || scope.problems().hasErrors()
                ? Optional.empty()
                : Optional.of(imports -> calls(imports, name.get(), bound.get(), returned.get(), extras.get(), key));
    }

    private void report(String problem, @Nullable String unknown) {
        error(
                unknown == null
                        ? problem
                        : problem + "and " + model.name() + " has no such column. "
                                + Suggestion.sentence(
                                        unknown,
                                        model.columns().stream()
                                                .map(ModelColumn::name)
                                                .toList()));
    }

    private void error(String problem) {
        model.error(method, problem);
    }

    private boolean isScan() {
        return AnnotationUse.find(method.element(), Scan.class).isPresent();
    }

    private Optional<Returned> returned(DerivedName name) {
        TypeMirror type = method.result();
        if (name.verb().equals("count")) {
            return primitive(type, TypeKind.LONG, "count");
        }
        if (name.verb().equals("exists")) {
            return primitive(type, TypeKind.BOOLEAN, "exists");
        }
        String kind = kind(type);
        List<? extends TypeMirror> arguments =
                type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
        TypeMirror element = arguments.size() == 1 ? arguments.get(0) : type;
        Optional<TypeElement> projection = model.projection(element);
        if (kind.isEmpty() || !model.isObject(element) && projection.isEmpty()) {
            model.returns(method, RESULTS + model.name() + " or of a projection of it");
            return Optional.empty();
        }
        return Optional.of(new Returned(kind, projection));
    }

    private Optional<Returned> primitive(TypeMirror type, TypeKind kind, String call) {
        if (type.getKind() == kind) {
            return Optional.of(new Returned(call, Optional.empty()));
        }
        model.returns(method, kind == TypeKind.LONG ? "long" : "boolean");
        return Optional.empty();
    }

    private static String kind(TypeMirror type) {
        String name = TypeNames.erased(type);
        if (name.equals(Page.class.getName())) {
            return "page";
        }
        if (name.equals(Results.class.getName())) {
            return "results";
        }
        return switch (name) {
            case "java.util.Optional" -> "first";
            case "java.util.List" -> "all";
            case "java.util.stream.Stream" -> "stream";
            default -> "";
        };
    }

    /** Gives each condition its parameters, in their order. */
    private Optional<List<Bound>> bound(DerivedName name) {
        List<Bound> all = new ArrayList<>();
        int next = 0;
        for (DerivedName.Comparison comparison : name.conditions()) {
            int end = next + comparison.operator().parameters();
            String column = "'" + comparison.column().name() + "'";
            if (end > method.parameters().size()) {
                error("has a condition on " + column + " and no parameter for it; add one of the type "
                        + TypeNames.simple(value(comparison)) + ".");
                return Optional.empty();
            }
            List<RepositoryMethod.Parameter> values = method.parameters().subList(next, end);
            Kind kind = comparison.column().type().orElseThrow().kind();
            if (!comparison.operator().fits(kind)) {
                error("compares " + column + " by "
                        + comparison.operator().words().get(1) + ", which a column that is stored as " + kind.stored()
                        + " does not have.");
                return Optional.empty();
            }
            for (RepositoryMethod.Parameter parameter : values) {
                if (!scope.types().isAssignable(scope.boxed(parameter.type()), value(comparison))) {
                    scope.error(
                            Spot.of(parameter.element()),
                            what + "takes '" + parameter.name() + "' as " + TypeNames.simple(parameter.type())
                                    + " for the condition on " + column + "; declare it as "
                                    + TypeNames.simple(value(comparison)) + ".");
                    return Optional.empty();
                }
            }
            all.add(new Bound(comparison, values, values.stream().anyMatch(RepositoryQueries::isFilter)));
            next = end;
        }
        return Optional.of(all);
    }

    private static boolean isFilter(RepositoryMethod.Parameter parameter) {
        return AnnotationUse.find(parameter.element(), Filter.class).isPresent();
    }

    /** Returns the type of a value that a condition compares with. */
    private TypeMirror value(DerivedName.Comparison comparison) {
        ModelColumn column = comparison.column();
        StoredType stored = column.type().orElseThrow();
        TypeMirror own = scope.boxed(column.storedType());
        return switch (comparison.operator()) {
            case IN ->
                scope.types()
                        .getDeclaredType(
                                scope.elements().getTypeElement("java.util.Collection"),
                                scope.types().getWildcardType(own, null));
            case BEGINS_WITH -> scope.typeNamed("java.lang.String");
            case CONTAINS ->
                stored.kind() == Kind.STRING
                        ? scope.typeNamed("java.lang.String")
                        : stored.arguments().get(0);
            default -> own;
        };
    }

    private Optional<Extras> extras(int used, Returned returned) {
        String limit = null;
        String token = null;
        for (RepositoryMethod.Parameter parameter :
                method.parameters().subList(used, method.parameters().size())) {
            String type = TypeNames.erased(parameter.type());
            if (type.equals(Limit.class.getName()) && limit == null) {
                limit = parameter.name() + ".results()";
            } else if (type.equals("int") && parameter.name().equals("limit") && limit == null) {
                limit = parameter.name();
            } else if (type.equals("java.lang.String") && parameter.name().equals("token") && token == null) {
                token = parameter.name();
            } else {
                scope.error(
                        Spot.of(parameter.element()),
                        what + "takes '" + parameter.name()
                                + "', for which its name has no condition; after the conditions "
                                + "there may be 'Limit limit', 'int limit' and 'String token'.");
                return Optional.empty();
            }
        }
        boolean isOne = List.of("count", "exists", "first").contains(returned.kind());
        if (returned.kind().equals("page") && limit == null) {
            error(
                    "returns a Page and has no limit, so that the page would hold everything; add the parameter 'Limit limit'.");
            return Optional.empty();
        }
        if (isOne && (limit != null || token != null)) {
            error("returns one result, and has a limit or a token; take it away, or return a List or a Page.");
            return Optional.empty();
        }
        return Optional.of(new Extras(limit, token));
    }

    private Optional<KeyChoice.Candidate> key(DerivedName name, List<Bound> bound, Returned returned) {
        Optional<ModelIndex> named = namedIndex();
        Optional<List<String>> projected =
                returned.kind().equals("count") || returned.kind().equals("exists")
                        ? Optional.of(List.of())
                        : returned.projection().flatMap(type -> model.projected(type.asType()));
        List<DerivedName.Comparison> filters =
                bound.stream().filter(Bound::isFilter).map(Bound::comparison).toList();
        List<DerivedName.Comparison> keys = bound.stream()
                .filter(one -> !one.isFilter())
                .map(Bound::comparison)
                .toList();
        KeyChoice.Result found = new KeyChoice(model, keys, filters, name.order(), projected).find(named);
        if (isScan()) {
            scan(name, found, keys);
            return Optional.empty();
        }
        if (found.serving().isEmpty()) {
            String subject = keys.isEmpty()
                    ? "has no condition on a key, so that it would read the whole table"
                    : "fits no key of " + model.name() + ": " + found.problem();
            error(subject + ". To read the whole table all the same, mark the method with @Scan.");
            return Optional.empty();
        }
        Optional<KeyChoice.Candidate> table =
                found.serving().stream().filter(one -> one.index().isEmpty()).findFirst();
        if (table.isEmpty() && found.serving().size() > 1) {
            List<String> names = found.serving().stream()
                    .map(one -> one.index().orElseThrow().name())
                    .toList();
            error("is served by the indexes " + String.join(" and ", names) + "; name one with @UseIndex(\""
                    + names.get(0) + "\").");
            return Optional.empty();
        }
        return table.or(() -> Optional.of(found.serving().get(0)));
    }

    private void scan(DerivedName name, KeyChoice.Result found, List<DerivedName.Comparison> keys) {
        if (!found.serving().isEmpty() && !keys.isEmpty()) {
            error("is marked with @Scan, and " + found.serving().get(0).name() + " serves it; take @Scan away.");
        } else if (name.order() != null) {
            error("is marked with @Scan and asks for an order, which a scan does not have; take OrderBy away.");
        }
    }

    private Optional<ModelIndex> namedIndex() {
        Optional<AnnotationUse> mark = AnnotationUse.find(method.element(), UseIndex.class);
        String name = mark.flatMap(use -> use.text("value")).orElse("");
        Optional<ModelIndex> index =
                model.indexes().stream().filter(one -> one.name().equals(name)).findFirst();
        if (mark.isPresent() && index.isEmpty()) {
            scope.error(
                    Spot.of(mark.get(), "value"),
                    what + "names the index '" + name + "', and " + model.name() + " has no such index. "
                            + Suggestion.sentence(
                                    name,
                                    model.indexes().stream()
                                            .map(ModelIndex::name)
                                            .toList()));
        }
        return index;
    }

    private List<String> calls(
            Imports imports,
            DerivedName name,
            List<Bound> bound,
            Returned returned,
            Extras extras,
            Optional<KeyChoice.Candidate> key) {
        if (returned.kind().equals("first")
                && key.map(found -> isWholeKey(found, bound)).orElse(false)) {
            return List.of("this.template" + RepositoryModel.projecting(imports, returned.projection()) + ".find("
                    + model.constant(imports)
                    + ".key("
                    + model.keys().stream().map(column -> value(bound, column)).collect(Collectors.joining(", "))
                    + "))");
        }
        List<String> calls = new ArrayList<>();
        Optional<ModelIndex> index = isScan() ? namedIndex() : key.flatMap(KeyChoice.Candidate::index);
        String argument =
                index.map(one -> model.constant(imports) + "." + one.name()).orElse("");
        calls.add("this.template." + (isScan() ? "scan(" : "query(") + argument + ")");
        String where = isScan() ? "" : conditions(imports, bound.stream().filter(one -> !one.isFilter()));
        String filter = conditions(imports, bound.stream().filter(one -> isScan() || one.isFilter()));
        Stream.of(
                        where.isEmpty() ? "" : ".where(" + where + ")",
                        filter.isEmpty() ? "" : ".filter(" + filter + ")",
                        name.isDescending() ? ".descending()" : "",
                        extras.limit() == null ? "" : ".limit(" + extras.limit() + ")",
                        extras.token() == null ? "" : ".from(" + extras.token() + ")",
                        RepositoryModel.projecting(imports, returned.projection()),
                        returned.kind().equals("exists") ? ".limit(1)" : "",
                        returned.kind().equals("exists") ? ".count() > 0" : "." + returned.kind() + "()")
                .filter(call -> !call.isEmpty())
                .forEach(calls::add);
        return calls;
    }

    /** Tells whether the conditions are the key of one item, which is found without a query. */
    private boolean isWholeKey(KeyChoice.Candidate key, List<Bound> bound) {
        return key.index().isEmpty()
                && bound.size() == model.keys().size()
                && bound.stream()
                        .allMatch(one -> !one.isFilter()
                                && one.comparison().operator() == Comparing.EQ
                                && model.keys().contains(one.comparison().column()));
    }

    private static String value(List<Bound> bound, ModelColumn column) {
        return bound.stream()
                .filter(one -> one.comparison().column().equals(column))
                .map(one -> one.values().get(0).name())
                .findFirst()
                .orElseThrow();
    }

    private String conditions(Imports imports, Stream<Bound> bound) {
        List<String> all = bound.map(
                        one -> model.column(imports, one.comparison().column()) + "."
                                + one.comparison().operator().method() + "("
                                + one.values().stream()
                                        .map(RepositoryMethod.Parameter::name)
                                        .collect(Collectors.joining(", "))
                                + ")")
                .toList();
        return all.isEmpty()
                ? ""
                : all.get(0)
                        + all.stream().skip(1).map(one -> ".and(" + one + ")").collect(Collectors.joining());
    }
}
