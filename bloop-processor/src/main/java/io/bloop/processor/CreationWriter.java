package io.bloop.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Writes the calls of a constructor, a static method or a builder that make objects of a class. */
final class CreationWriter {

    private static final String BUILDER = "builder";

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
        TypeElement owner = creation.owner().orElse(scope.model());
        List<ExecutableElement> alike = creation.method()
                .map(name -> ElementFilter.methodsIn(scope.elements().getAllMembers(owner)).stream()
                        .filter(method -> method.getSimpleName().contentEquals(name))
                        .toList())
                .orElseGet(() -> ElementFilter.constructorsIn(owner.getEnclosedElements()));
        return alike.stream()
                        .filter(one -> one.getParameters().size()
                                == creation.parameters().size())
                        .count()
                > 1;
    }

    /** Returns the statements, which take the values from {@code values}. */
    String statements() {
        TypeElement owner = creation.owner().orElse(scope.model());
        String call = creation.method()
                .map(name -> imports.member(owner, name, hidden()))
                .orElse("new " + imports.type(owner));
        List<String> arguments =
                creation.parameters().stream().map(this::argument).toList();
        return creation.building()
                .map(building -> built(building, call + "(" + String.join(", ", arguments) + ")"))
                .orElseGet(() -> Lines.call("return " + call + "(", arguments, ");"));
    }

    private String built(Building building, String start) {
        List<String> chain = new ArrayList<>(List.of(start));
        building.setters().stream().filter(Building.Setter::isInChain).forEach(setter -> chain.add("." + call(setter)));
        String end = "." + building.build() + "()";
        if (building.setters().stream().allMatch(Building.Setter::isInChain)) {
            chain.add(end);
            return Lines.chain("return ", chain);
        }
        StringBuilder text = new StringBuilder(Lines.chain("var " + BUILDER + " = ", chain)).append('\n');
        building.setters().stream().filter(setter -> !setter.isInChain()).forEach(setter -> text.append(given(setter)));
        return text + "        return " + BUILDER + end + ";";
    }

    /** Returns the statement that gives a builder a value, if there is one. */
    private String given(Building.Setter setter) {
        return switch (setter.given()) {
            case ALWAYS -> "        " + BUILDER + "." + call(setter) + ";\n";
            case IF_PRESENT ->
                "        " + argument(setter.parameter()) + ".ifPresent(" + BUILDER + "::" + setter.method() + ");\n";
            case UNLESS_ABSENT ->
                "        if (values.get("
                        + MethodsWriter.field(setter.parameter().name(), hidden())
                        + ") != null) {\n            " + BUILDER + "." + setter.method() + "("
                        + argument(setter.parameter())
                        + ");\n        }\n";
        };
    }

    private String call(Building.Setter setter) {
        return setter.method() + "(" + argument(setter.parameter()) + ")";
    }

    /** Returns the names of parameters and variables, which hide the fields of these names. */
    private String[] hidden() {
        return creation.building().isPresent() ? new String[] {"values", BUILDER} : new String[] {"values"};
    }

    private Optional<ModelColumn> column(Creation.Parameter parameter) {
        return ModelColumn.named(columns, parameter.name());
    }

    private String argument(Creation.Parameter parameter) {
        return column(parameter).map(found -> value(parameter, found)).orElseGet(() -> zero(parameter));
    }

    private String value(Creation.Parameter parameter, ModelColumn column) {
        boolean isPrimitive = parameter.type().getKind().isPrimitive();
        String value =
                column.member(imports, get(column, isPrimitive ? ", " + Zero.of(column.javaType()) : "", parameter));
        boolean isExact = scope.types().isSameType(parameter.type(), scope.boxed(column.javaType()));
        boolean isAmbiguous = isOverloaded && creation.parameters().contains(parameter);
        return isAmbiguous && !isExact ? cast(parameter, value) : value;
    }

    private String get(ModelColumn column, String absent, Creation.Parameter parameter) {
        boolean isStrict = Properties.isWritten(scope.model());
        boolean isRequired = !column.isOptional()
                && Nullness.refusesNull(parameter.element(), column.member().element(), isStrict);
        return (isRequired ? "values.required(" : "values.get(") + MethodsWriter.field(column.name(), hidden()) + absent
                + ")";
    }

    private String zero(Creation.Parameter parameter) {
        String zero = Zero.of(parameter.type());
        boolean isPrimitive = parameter.type().getKind().isPrimitive();
        // the compiler cannot know whether null is the array of arguments or one argument
        boolean isOpen = isOverloaded || parameter.type().getKind() == TypeKind.ARRAY;
        return isOpen && !isPrimitive ? cast(parameter, zero) : zero;
    }

    private String cast(Creation.Parameter parameter, String argument) {
        return "(" + imports.type(parameter.type()) + ") " + argument;
    }
}
