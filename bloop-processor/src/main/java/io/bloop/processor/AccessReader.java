package io.bloop.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds how the definition can read and write the members of a model. */
final class AccessReader {

    private static final Access NONE = new Access("", "");

    private final ModelContext scope;
    private final List<ExecutableElement> methods;

    AccessReader(ModelContext scope) {
        this.scope = scope;
        this.methods = ElementFilter.methodsIn(scope.elements().getAllMembers(scope.model())).stream()
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .filter(method -> method.getThrownTypes().isEmpty())
                .filter(scope::isAccessible)
                .toList();
    }

    Access of(Member member) {
        if (scope.model().getKind() == ElementKind.RECORD) {
            return new Access(member.name() + "()", "");
        }
        boolean isOpen = scope.isAccessible(member.element());
        boolean isFinal = member.element().getModifiers().contains(Modifier.FINAL);
        Optional<String> read = isOpen ? Optional.of(member.name()) : getter(member);
        Optional<String> write = isOpen && !isFinal ? Optional.of(member.name() + " = %s") : setter(member);
        if (read.isEmpty() || write.isEmpty()) {
            report(member, isFinal, read.isEmpty(), write.isEmpty());
            return NONE;
        }
        return new Access(read.get(), write.get());
    }

    private Optional<String> getter(Member member) {
        return AccessorNames.getters(member.name()).stream()
                .filter(name -> methods.stream().anyMatch(method -> isGetter(method, name, member.type())))
                .map(name -> name + "()")
                .findFirst();
    }

    private boolean isGetter(ExecutableElement method, String name, TypeMirror type) {
        return method.getSimpleName().contentEquals(name)
                && method.getParameters().isEmpty()
                && isAssignable(((ExecutableType) scope.typeOf(method)).getReturnType(), type);
    }

    private Optional<String> setter(Member member) {
        return AccessorNames.setters(member.name()).stream()
                .filter(name -> methods.stream().anyMatch(method -> isSetter(method, name, member.type())))
                .map(name -> name + "(%s)")
                .findFirst();
    }

    private boolean isSetter(ExecutableElement method, String name, TypeMirror type) {
        return method.getSimpleName().contentEquals(name)
                && method.getParameters().size() == 1
                && isAssignable(
                        type,
                        ((ExecutableType) scope.typeOf(method))
                                .getParameterTypes()
                                .get(0));
    }

    private boolean isAssignable(TypeMirror from, TypeMirror to) {
        return from.getKind() != TypeKind.VOID && scope.types().isAssignable(from, to);
    }

    private void report(Member member, boolean isFinal, boolean noGetter, boolean noSetter) {
        Element field = member.element();
        String capital = AccessorNames.capital(member.name());
        String type = TypeNames.simple(member.type());
        String getter = (member.type().getKind() == TypeKind.BOOLEAN ? "is" : "get") + capital + "()";
        String setter = "set" + capital + "(" + type + ")";
        String missing = !noSetter ? getter : noGetter ? getter + " and " + setter : setter;
        String what = scope.part(member.name()) + " is ";
        if (isFinal) {
            scope.missing(
                    Spot.of(field),
                    what + "final, so that loading cannot set it; take final away, or make " + scope.name()
                            + " a record.");
        } else {
            String modifier = field.getModifiers().contains(Modifier.PRIVATE) ? "private" : "out of reach";
            scope.missing(
                    Spot.of(field),
                    what + modifier + ", and " + scope.name() + " lacks " + missing
                            + "; add what is missing, make the field " + wider(field)
                            + ", or leave it out with @Ignored.");
        }
    }

    private String wider(Element field) {
        boolean isNeighbour =
                scope.elements().getPackageOf(field).equals(scope.elements().getPackageOf(scope.model()));
        return isNeighbour ? "package-private" : "public";
    }
}
