package io.bloop.processor;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.KeyOnly;
import io.bloop.annotation.RangeKey;
import io.bloop.processor.ParsedSupertype.SharedColumn;
import io.bloop.processor.ParsedSupertype.SharedIndex;
import io.bloop.rule.internal.TemplateText;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Reads what the models of a supertype have in common; what only some of them have is left out. */
final class SupertypeReader {

    private final ModelContext scope;
    private final List<TypeElement> types;
    private final List<ParsedModel> models = new ArrayList<>();
    private final Map<String, SharedColumn> columns = new LinkedHashMap<>();
    private final List<SharedIndex> indexes = new ArrayList<>();

    private SupertypeReader(ModelContext scope) {
        this.scope = scope;
        this.types = Supertype.models(scope);
        for (TypeElement type : types) {
            // mistakes in a model are reported on the model itself
            ModelContext own = scope.anew(type);
            if (Completeness.isComplete(type)) {
                ModelReader.parse(own).ifPresent(models::add);
            }
            if (own.problems().mayPass() || !Completeness.isComplete(type)) {
                scope.problems().pass();
            }
        }
    }

    static ParsedSupertype read(ModelContext scope) {
        SupertypeReader reader = new SupertypeReader(scope);
        if (!reader.models.isEmpty()) {
            reader.read();
        }
        return new ParsedSupertype(
                scope, reader.types, List.copyOf(reader.columns.values()), List.copyOf(reader.indexes));
    }

    private void read() {
        for (ModelColumn column : members(models.get(0))) {
            if (isShared(column, models)) {
                put(column, List.of());
            }
        }
        List<String> parts = new ArrayList<>();
        parts.addAll(key(HashKey.class, ".hashKey()"));
        parts.addAll(key(RangeKey.class, ".rangeKey()"));
        columns.values().removeIf(column -> isKeyOnly(column.name()) && !parts.contains(column.name()));
        indexes();
    }

    private static List<ModelColumn> members(ParsedModel model) {
        return model.columns().stream()
                .filter(column -> column.form().isEmpty() && column.type().isPresent())
                .toList();
    }

    private void put(ModelColumn column, List<String> calls) {
        List<String> all = new ArrayList<>();
        if (!column.storedName().equals(column.name())) {
            all.add(".storedAs(" + scope.elements().getConstantExpression(column.storedName()) + ")");
        }
        if (isKeyOnly(column.name())) {
            all.add(".keyOnly()");
        }
        all.addAll(calls);
        columns.put(column.name(), new SharedColumn(column, all, Optional.empty()));
    }

    /** Tells whether a model stores a column as a part of its key alone. */
    private boolean isKeyOnly(String name) {
        return models.stream()
                .flatMap(model -> model.columns().stream())
                .anyMatch(column ->
                        column.name().equals(name) && column.mark(KeyOnly.class).isPresent());
    }

    /** Tells whether some models have a column, and no model has another one of its name or its attribute. */
    private boolean isShared(ModelColumn column, List<ParsedModel> having) {
        for (ParsedModel model : models) {
            boolean hasLike = members(model).stream().anyMatch(other -> areLike(column, other));
            boolean hasOther = model.columns().stream()
                    .filter(other -> !areLike(column, other))
                    .anyMatch(other -> other.name().equals(column.name())
                            || other.storedName().equals(column.storedName()));
            if (hasOther || !hasLike && having.contains(model)) {
                return false;
            }
        }
        return true;
    }

    private boolean areLike(ModelColumn column, ModelColumn other) {
        return column.form().isEmpty()
                && other.form().isEmpty()
                && column.name().equals(other.name())
                && column.storedName().equals(other.storedName())
                && stored(column).equals(stored(other));
    }

    /** Returns how a column is stored, spelled for comparison; nothing where that is a mistake. */
    private String stored(ModelColumn column) {
        Imports imports = new Imports(scope.elements(), scope.packageName(), Imports.Scope.NONE);
        return column.type()
                .map(type -> type.kind() + " " + type.code().print(imports) + type.arguments(imports))
                .orElse("");
    }

    /** Declares a key of the table; returns the columns that it is made of. */
    private List<String> key(Class<? extends Annotation> role, String call) {
        List<ModelColumn> keys = models.stream()
                .flatMap(model -> model.columns().stream()
                        .filter(column ->
                                column.mark(role).isPresent() && column.type().isPresent()))
                .toList();
        // models without it, or with another attribute, are reported as mistakes of these models
        if (keys.size() != models.size()) {
            return List.of();
        }
        Optional<String> name = key(keys, call, models);
        if (name.isEmpty()) {
            scope.error(
                    Spot.of(scope.model()),
                    "The " + (role == HashKey.class ? "hash key" : "range key") + " of the models of " + scope.name()
                            + ", '"
                            + keys.get(0).storedName()
                            + "', is of several types; declare it alike in all of them, or by a "
                            + "template.");
        }
        return name.map(columns::get).flatMap(SharedColumn::template).isPresent() ? parts(keys.get(0)) : List.of();
    }

    private static List<String> parts(ModelColumn key) {
        return key.form()
                .map(form -> form.text().parts().stream()
                        .map(TemplateText.Part::name)
                        .toList())
                .orElse(List.of());
    }

    /** Declares the column of a key; returns its name, or nothing where there is no type for it. */
    private Optional<String> key(List<ModelColumn> keys, String call, List<ParsedModel> having) {
        ModelColumn first = keys.get(0);
        List<String> calls = call.isEmpty() ? List.of() : List.of(call);
        List<Optional<String>> forms = keys.stream()
                .map(key -> key.form().map(form -> form.text().text()))
                .distinct()
                .toList();
        boolean isTemplate = forms.size() == 1 && forms.get(0).isPresent();
        boolean isOfTable = !call.isEmpty();
        if (isTemplate && havePartsOf(first, having, isOfTable)) {
            columns.put(first.name(), new SharedColumn(first, calls, forms.get(0)));
            return Optional.of(first.name());
        }
        if (forms.size() == 1 && !isTemplate && isShared(first, having) && isReadable(first, isOfTable)) {
            put(first, calls);
            return Optional.of(first.name());
        }
        if (keys.stream().anyMatch(key -> !stored(key).equals(stored(first)))) {
            return Optional.empty();
        }
        // the models give the attribute different names, so its own name is used
        Member member =
                new Member(first.storedName(), first.javaType(), scope.model(), new ColumnAnnotations(Map.of()));
        if (!SourceVersion.isName(member.name())) {
            return Optional.empty();
        }
        put(new ModelColumn(member, first.type(), first.access()), calls);
        return Optional.of(member.name());
    }

    /** Tells whether models have the parts of a template in common, which are columns from now on. */
    private boolean havePartsOf(ModelColumn key, List<ParsedModel> having, boolean isOfTable) {
        List<ModelColumn> found = new ArrayList<>();
        List<String> parts = parts(key);
        for (String part : parts) {
            members(having.get(0)).stream()
                    .filter(column ->
                            column.name().equals(part) && isShared(column, having) && isReadable(column, isOfTable))
                    .forEach(found::add);
        }
        boolean all = found.size() == parts.size();
        if (all) {
            found.stream()
                    .filter(column -> !columns.containsKey(column.name()))
                    .forEach(column -> put(column, List.of()));
        }
        return all;
    }

    /** Tells whether a column has an attribute in all models, or the supertype reads it back from a key of the table. */
    private boolean isReadable(ModelColumn column, boolean isOfTable) {
        return isOfTable || columns.containsKey(column.name()) || !isKeyOnly(column.name());
    }

    private void indexes() {
        Map<String, List<ParsedModel>> having = new LinkedHashMap<>();
        Map<String, List<ModelIndex>> declared = new LinkedHashMap<>();
        for (ParsedModel model : models) {
            for (ModelIndex index : model.indexes()) {
                having.computeIfAbsent(index.storedName(), name -> new ArrayList<>())
                        .add(model);
                declared.computeIfAbsent(index.storedName(), name -> new ArrayList<>())
                        .add(index);
            }
        }
        declared.forEach((storedName, found) -> index(storedName, found, having.getOrDefault(storedName, List.of())));
    }

    private void index(String storedName, List<ModelIndex> found, List<ParsedModel> having) {
        ModelIndex first = found.get(0);
        boolean isOneKind = found.stream().allMatch(index -> index.isGlobal() == first.isGlobal());
        boolean isOneName = found.stream().allMatch(index -> index.name().equals(first.name()));
        String name = isOneName ? first.name() : storedName;
        if (!isOneKind || !SourceVersion.isName(name) || !areSameKeys(found)) {
            return;
        }
        Optional<List<String>> hashKeys = keys(found, ModelIndex::hashKeys, having);
        Optional<List<String>> rangeKeys = keys(found, ModelIndex::rangeKeys, having);
        if (hashKeys.isPresent() && rangeKeys.isPresent() && !columns.containsKey(name)) {
            boolean projectsAll =
                    found.stream().allMatch(index -> index.projection().equals("ALL"));
            indexes.add(new SharedIndex(name, first, projectsAll, hashKeys.get(), rangeKeys.get()));
        }
    }

    /** Tells whether models that have an index have its keys in the same attributes. */
    private static boolean areSameKeys(List<ModelIndex> found) {
        Set<List<String>> attributes = new HashSet<>();
        for (ModelIndex index : found) {
            attributes.add(Stream.concat(index.hashKeys().stream(), index.rangeKeys().stream())
                    .map(ModelColumn::storedName)
                    .toList());
        }
        return attributes.size() == 1;
    }

    private Optional<List<String>> keys(
            List<ModelIndex> found, Function<ModelIndex, List<ModelColumn>> which, List<ParsedModel> having) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < which.apply(found.get(0)).size(); i++) {
            int place = i;
            List<ModelColumn> keys =
                    found.stream().map(index -> which.apply(index).get(place)).toList();
            Optional<String> declared = columns.values().stream()
                    .filter(column ->
                            column.column().storedName().equals(keys.get(0).storedName()))
                    .map(SharedColumn::name)
                    .findFirst();
            Optional<String> name = declared.isPresent() ? declared : key(keys, "", having);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name.get());
        }
        return Optional.of(names);
    }
}
