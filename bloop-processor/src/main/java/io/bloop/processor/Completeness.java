package io.bloop.processor;

import io.bloop.annotation.StoredWith;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Tells whether all types that a model needs exist. Other processors may write some of them in the same compilation.
 */
final class Completeness {

    private Completeness() {}

    static boolean isComplete(TypeElement model) {
        for (TypeElement type : Hierarchy.classes(model)) {
            if (isMissing(type.getSuperclass()) || type.getInterfaces().stream().anyMatch(Completeness::isMissing)) {
                return false;
            }
        }
        for (Element member : MemberReader.candidates(model).values()) {
            if (isMissing(typeOf(member)) || hasMissingHolder(member)) {
                return false;
            }
        }
        return true;
    }

    private static TypeMirror typeOf(Element member) {
        return member instanceof ExecutableElement getter ? getter.getReturnType() : member.asType();
    }

    private static boolean hasMissingHolder(Element member) {
        // the class literal of a missing class is a text and not a type
        return AnnotationUse.find(member, StoredWith.class)
                .filter(mark -> mark.value("holder").isPresent())
                .map(mark -> mark.type("holder").map(Completeness::isMissing).orElse(true))
                .orElse(false);
    }

    private static boolean isMissing(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return true;
        }
        if (type instanceof ArrayType array) {
            return isMissing(array.getComponentType());
        }
        List<? extends TypeMirror> arguments =
                type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
        return arguments.stream().anyMatch(Completeness::isMissing);
    }
}
