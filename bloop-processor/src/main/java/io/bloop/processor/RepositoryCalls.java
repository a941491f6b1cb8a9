package io.bloop.processor;

import io.bloop.model.Key;
import io.bloop.read.Consistency;
import io.bloop.write.Update;
import io.bloop.write.WriteOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the methods of a repository that write objects, or that read and write one item by its key. */
final class RepositoryCalls {

    private static final Set<String> WRITES = Set.of("save", "insert", "replace", "delete");
    private static final Set<String> BULK = Set.of("saveAll", "replaceAll", "deleteAll");
    private static final Set<String> BY_KEY =
            Set.of("find", "exists", "existsByKey", "delete", "deleteByKey", "update");

    private final RepositoryModel model;
    private final ModelContext scope;
    private final RepositoryMethod method;

    RepositoryCalls(RepositoryModel model, RepositoryMethod method) {
        this.model = model;
        this.scope = model.scope();
        this.method = method;
    }

    /** Tells whether the name of the method is one of those that are read here. */
    boolean isKnown() {
        return WRITES.contains(method.name()) || BULK.contains(method.name()) || BY_KEY.contains(method.name());
    }

    Optional<RepositoryMethod.Body> read() {
        List<RepositoryMethod.Parameter> parameters = method.parameters();
        boolean takesObject =
                !parameters.isEmpty() && model.isObject(parameters.get(0).type());
        if (WRITES.contains(method.name()) && (takesObject || !BY_KEY.contains(method.name()))) {
            return write(takesObject);
        }
        return BULK.contains(method.name()) ? bulk() : byKey();
    }

    private Optional<RepositoryMethod.Body> error(String problem) {
        model.error(method, problem);
        return Optional.empty();
    }

    private Optional<RepositoryMethod.Body> write(boolean takesObject) {
        List<RepositoryMethod.Parameter> parameters = method.parameters();
        boolean hasOptions =
                parameters.size() == 2 && model.is(parameters.get(1).type(), WriteOptions.class);
        if (!takesObject || parameters.size() > 1 && !hasOptions) {
            return error("takes " + types() + "; let it take a " + model.name() + ", and perhaps WriteOptions<"
                    + model.name() + "> after it.");
        }
        TypeMirror result = method.result();
        if (result.getKind() != TypeKind.VOID && !model.isObject(result)) {
            return returns(model.name() + " or nothing");
        }
        return body(imports -> "." + method.name() + "(" + names(parameters) + ")");
    }

    private Optional<RepositoryMethod.Body> bulk() {
        boolean isSave = method.name().equals("saveAll");
        String taken = isSave ? "java.util.Collection" : "java.lang.Iterable";
        TypeMirror wanted = scope.types()
                .getDeclaredType(
                        scope.elements().getTypeElement(taken),
                        scope.types().getWildcardType(model.type().asType(), null));
        List<RepositoryMethod.Parameter> parameters = method.parameters();
        if (parameters.size() != 1
                || !scope.types().isAssignable(parameters.get(0).type(), wanted)) {
            return error("takes " + types() + "; let it take " + (isSave ? "a Collection<" : "an Iterable<")
                    + model.name() + ">.");
        }
        TypeMirror result = method.result();
        boolean isList = TypeNames.erased(result).equals("java.util.List")
                && result instanceof DeclaredType declared
                && declared.getTypeArguments().size() == 1
                && model.isObject(declared.getTypeArguments().get(0));
        boolean fits = isSave ? isList : result.getKind() == TypeKind.LONG;
        if (!fits && result.getKind() != TypeKind.VOID) {
            return returns((isSave ? "List<" + model.name() + ">" : "long") + " or nothing");
        }
        return body(imports -> ".bulk()." + (isSave ? "saveEach" : method.name()) + "(" + names(parameters) + ")");
    }

    private Optional<RepositoryMethod.Body> byKey() {
        List<RepositoryMethod.Parameter> parameters = new ArrayList<>(method.parameters());
        boolean isDelete = method.name().startsWith("delete");
        boolean isRead = method.name().equals("find") || method.name().startsWith("exists");
        String option = "";
        if (parameters.size() > 1) {
            RepositoryMethod.Parameter last = parameters.get(parameters.size() - 1);
            boolean isOption = isDelete && model.is(last.type(), WriteOptions.class)
                    || isRead && TypeNames.erased(last.type()).equals(Consistency.class.getName());
            if (isOption) {
                option = ", " + last.name();
                parameters.remove(last);
            }
        }
        boolean isKey = parameters.size() == 1 && model.is(parameters.get(0).type(), Key.class);
        if (!isKey && !areKey(parameters)) {
            return error("takes " + types() + ", and the key of " + model.name() + " is "
                    + model.keys().stream().map(RepositoryCalls::declared).collect(Collectors.joining(", "))
                    + "; let it take these, by their names and in this order, or a Key<" + model.name() + ">.");
        }
        String end = option + ")";
        TypeMirror result = method.result();
        if (method.name().equals("find")) {
            return find(parameters, isKey, end);
        }
        if (method.name().equals("update")) {
            return model.is(result, Update.class)
                    ? body(imports -> ".update(" + key(imports, parameters, isKey) + ")")
                    : returns("Update<" + model.name() + ">");
        }
        boolean fits = result.getKind() == TypeKind.BOOLEAN || isDelete && result.getKind() == TypeKind.VOID;
        String call = isDelete ? ".deleteByKey(" : ".existsByKey(";
        return fits
                ? body(imports -> call + key(imports, parameters, isKey) + end)
                : returns(isDelete ? "boolean or nothing" : "boolean");
    }

    private Optional<RepositoryMethod.Body> find(
            List<RepositoryMethod.Parameter> parameters, boolean isKey, String end) {
        Optional<TypeMirror> held = TypeNames.held(method.result());
        Optional<TypeElement> projection = held.flatMap(model::projection);
        if (held.isEmpty() || !model.isObject(held.get()) && projection.isEmpty()) {
            return returns("an Optional of " + model.name() + " or of a projection of it");
        }
        return body(imports ->
                RepositoryModel.projecting(imports, projection) + ".find(" + key(imports, parameters, isKey) + end);
    }

    private Optional<RepositoryMethod.Body> returns(String wanted) {
        model.returns(method, wanted);
        return Optional.empty();
    }

    private boolean areKey(List<RepositoryMethod.Parameter> parameters) {
        List<ModelColumn> keys = model.keys();
        if (parameters.size() != keys.size()) {
            return false;
        }
        for (int i = 0; i < keys.size(); i++) {
            RepositoryMethod.Parameter parameter = parameters.get(i);
            boolean fits = parameter.name().equals(keys.get(i).name())
                    && scope.types()
                            .isAssignable(
                                    scope.boxed(parameter.type()),
                                    scope.boxed(keys.get(i).storedType()));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private String key(Imports imports, List<RepositoryMethod.Parameter> parameters, boolean isKey) {
        return isKey ? names(parameters) : model.constant(imports) + ".key(" + names(parameters) + ")";
    }

    private static String declared(ModelColumn column) {
        return "'" + TypeNames.simple(column.storedType()) + " " + column.name() + "'";
    }

    private String types() {
        return method.parameters().isEmpty()
                ? "nothing"
                : method.parameters().stream()
                        .map(parameter -> "'" + TypeNames.simple(parameter.type()) + " " + parameter.name() + "'")
                        .collect(Collectors.joining(", "));
    }

    private static String names(List<RepositoryMethod.Parameter> parameters) {
        return parameters.stream().map(RepositoryMethod.Parameter::name).collect(Collectors.joining(", "));
    }

    /** Spells what follows the template. */
    private interface Call {
        String print(Imports imports);
    }

    private static Optional<RepositoryMethod.Body> body(Call call) {
        return Optional.of(imports -> List.of("this.template" + call.print(imports)));
    }
}
