package io.bloop.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds how members are read, and how they are set in existing objects. */
final class MemberAccess {

    private final ModelContext scope;
    private final List<ExecutableElement> methods;

    MemberAccess(ModelContext scope) {
        this.scope = scope;
        this.methods = ElementFilter.methodsIn(scope.elements().getAllMembers(scope.model())).stream()
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .filter(method -> method.getThrownTypes().isEmpty())
                .filter(scope::isAccessible)
                .toList();
    }

    /** Returns the assignment or the call that sets a member, with {@code %s} for the value. */
    Optional<String> write(Member member) {
        boolean isFinal = member.element().getModifiers().contains(Modifier.FINAL);
        boolean isOpen = member.element().getKind().isField() && scope.isAccessible(member.element());
        return isOpen && !isFinal ? Optional.of(member.name() + " = %s") : setter(member);
    }

    /** Returns the member or the call that reads it. */
    Optional<String> read(Member member) {
        if (!scope.isAccessible(member.element())) {
            return getter(member);
        }
        boolean isField = member.element().getKind().isField();
        return Optional.of(isField ? member.name() : member.element().getSimpleName() + "()");
    }

    private Optional<String> getter(Member member) {
        TypeMirror type = scope.boxed(member.type());
        TypeMirror optional =
                scope.types().getDeclaredType(scope.elements().getTypeElement("java.util.Optional"), type);
        return getter(member.name(), member.type())
                .or(() ->
                        getter(member.name(), optional).map(call -> call + ".orElse(" + Zero.of(member.type()) + ")"));
    }

    private Optional<String> getter(String member, TypeMirror type) {
        return AccessorNames.getters(member).stream()
                .flatMap(name -> methods.stream().filter(method -> isGetter(method, name, type)))
                .map(method -> method.getSimpleName() + "()")
                .findFirst();
    }

    private boolean isGetter(ExecutableElement method, String name, TypeMirror type) {
        return Kotlin.name(method).equals(name)
                && method.getParameters().isEmpty()
                && isAssignable(((ExecutableType) scope.typeOf(method)).getReturnType(), type);
    }

    private Optional<String> setter(Member member) {
        return AccessorNames.setters(member.name()).stream()
                .flatMap(name -> methods.stream().filter(method -> isSetter(method, name, member.type())))
                .map(method -> method.getSimpleName() + "(%s)")
                .findFirst();
    }

    private boolean isSetter(ExecutableElement method, String name, TypeMirror type) {
        return Kotlin.name(method).equals(name)
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
}
