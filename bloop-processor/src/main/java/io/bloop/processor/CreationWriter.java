package io.bloop.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Writes the call of the constructor or the static method that makes objects of a class. */
final class CreationWriter {

    private final ModelContext scope;
    private final List<ModelColumn> columns;
    private final Imports imports;
    private final Creation creation;
    private final boolean isOverloaded;

    CreationWriter(ModelContext scope, List<ModelColumn> columns, Imports imports, Creation creation) {
        this.scope = scope;
        this.columns = columns;
        this.imports = imports;
        this.creation = creation;
        this.isOverloaded = isOverloaded();
    }

    /** Tells whether another constructor or method could be taken for the one that was chosen. */
    private boolean isOverloaded() {
        List<ExecutableElement> alike = creation.method()
                .map(name -> ElementFilter.methodsIn(scope.elements().getAllMembers(scope.model())).stream()
                        .filter(method -> method.getSimpleName().contentEquals(name))
                        .toList())
                .orElseGet(() -> ElementFilter.constructorsIn(scope.model().getEnclosedElements()));
        return alike.stream()
                        .filter(one -> one.getParameters().size()
                                == creation.parameters().size())
                        .count()
                > 1;
    }

    /** Returns the statement, which takes the values from {@code values}. */
    String statement() {
        String call = creation.method()
                .map(name -> imports.member(scope.model(), name, "values"))
                .orElse("new " + imports.type(scope.model()));
        List<String> arguments =
                creation.parameters().stream().map(this::argument).toList();
        return Lines.call("return " + call + "(", arguments, ");");
    }

    private String argument(Creation.Parameter parameter) {
        Optional<ModelColumn> column = columns.stream()
                .filter(one -> one.name().equals(parameter.name()))
                .findFirst();
        return column.map(found -> value(parameter, found)).orElseGet(() -> zero(parameter));
    }

    private String value(Creation.Parameter parameter, ModelColumn column) {
        boolean isPrimitive = parameter.type().getKind().isPrimitive();
        String absent = isPrimitive ? ", " + Zero.of(column.javaType()) : "";
        boolean isRequired = !column.isOptional()
                && Nullness.refusesNull(parameter.element(), column.member().element());
        String stored = (isRequired ? "values.required(" : "values.get(") + MethodsWriter.field(column.name(), "values")
                + absent + ")";
        String value = column.member(imports, stored);
        boolean isExact = scope.types().isSameType(parameter.type(), scope.boxed(column.javaType()));
        return isOverloaded && !isExact ? cast(parameter, value) : value;
    }

    private String zero(Creation.Parameter parameter) {
        String zero = Zero.of(parameter.type());
        boolean isPrimitive = parameter.type().getKind().isPrimitive();
        // for all that the compiler knows, null is an array of arguments or one of them
        boolean isOpen = isOverloaded || parameter.type().getKind() == TypeKind.ARRAY;
        return isOpen && !isPrimitive ? cast(parameter, zero) : zero;
    }

    private String cast(Creation.Parameter parameter, String argument) {
        return "(" + imports.type(parameter.type()) + ") " + argument;
    }
}
