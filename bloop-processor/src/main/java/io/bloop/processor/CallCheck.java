package io.bloop.processor;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Tells what keeps constructors and methods from being called with the members of a class.
 *
 * @param members the types of the members by their names
 */
record CallCheck(ModelContext scope, Map<String, TypeMirror> members) {

    /** Returns why a constructor or method cannot be called with members, as the end of a sentence; null where it can. */
    @Nullable
    String problem(ExecutableElement executable) {
        String closed = closed(executable);
        if (closed != null) {
            return closed;
        }
        for (VariableElement parameter : executable.getParameters()) {
            String name = parameter.getSimpleName().toString();
            TypeMirror member = members.get(name);
            if (member == null) {
                return "takes '" + name + "', which is no " + scope.role().word();
            }
            if (!fits(member, parameter.asType())) {
                return "takes '" + name + "' as " + TypeNames.simple(parameter.asType()) + ", which is a "
                        + TypeNames.simple(member);
            }
        }
        return null;
    }

    /** Returns why a constructor or method cannot be called with anything. */
    @Nullable
    String closed(ExecutableElement executable) {
        if (!scope.isOpen(executable)) {
            return executable.getModifiers().contains(Modifier.PRIVATE) ? "is private" : "is out of reach";
        }
        return executable.getThrownTypes().isEmpty() ? null : "declares exceptions";
    }

    /** Tells whether a parameter takes what a member has. */
    boolean fits(TypeMirror member, TypeMirror parameter) {
        return scope.types().isAssignable(member, parameter)
                && (!parameter.getKind().isPrimitive() || member.getKind().isPrimitive());
    }

    /** Names a constructor or method of the class, or of another one. */
    String print(ExecutableElement executable) {
        Element owner = Objects.requireNonNull(executable.getEnclosingElement());
        String type = owner.getSimpleName().toString();
        String prefix = owner.equals(scope.model()) ? "" : type + ".";
        String name = executable.getKind() == ElementKind.CONSTRUCTOR ? type : prefix + executable.getSimpleName();
        return executable.getParameters().stream()
                .map(parameter -> TypeNames.simple(parameter.asType()))
                .collect(Collectors.joining(", ", name + "(", ")"));
    }
}
