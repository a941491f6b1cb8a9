package io.bloop.processor;

import io.bloop.annotation.Document;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the documents that a class holds, directly or in others. */
final class UsedDocuments {

    private final ModelContext scope;

    UsedDocuments(ModelContext scope) {
        this.scope = scope;
    }

    /** Returns the documents that values of a type are; in lists and maps too unless only the type itself counts. */
    static Stream<TypeElement> of(TypeMirror type, boolean isDirect) {
        if (type instanceof ArrayType array && !isDirect) {
            return of(array.getComponentType(), false);
        }
        if (!(type instanceof DeclaredType declared)) {
            return Stream.of();
        }
        TypeElement element = (TypeElement) declared.asElement();
        if (AnnotationUse.find(element, Document.class).isPresent()) {
            return Stream.of(element);
        }
        boolean isOptional = TypeNames.held(type).isPresent();
        List<? extends TypeMirror> arguments = isDirect && !isOptional ? List.of() : declared.getTypeArguments();
        return arguments.stream().flatMap(argument -> of(argument, isDirect));
    }

    /** Returns the types of the members of a class. */
    Stream<TypeMirror> members(TypeElement type) {
        // mistakes in the class are reported where the class itself is read
        return new MemberReader(scope.anew(type)).read().stream().map(Member::type);
    }

    /** Returns the types of the members of a class, and the subtypes by which it is stored. */
    Stream<TypeMirror> parts(TypeElement type) {
        return Stream.concat(members(type), Subtypes.of(type).stream().map(TypeElement::asType));
    }

    /** Returns the names of all documents that objects of a class may hold, at whatever depth. */
    Set<String> reached() {
        Set<String> reached = new LinkedHashSet<>();
        collect(scope.model(), reached);
        return reached;
    }

    private void collect(TypeElement type, Set<String> reached) {
        parts(type).flatMap(member -> of(member, false)).forEach(document -> {
            if (reached.add(document.getQualifiedName().toString())) {
                collect(document, reached);
            }
        });
    }
}
