package io.bloop.processor;

import io.bloop.annotation.Document;
import io.bloop.annotation.Ignored;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the members of a document through which it holds documents of its own class again. */
final class Recursion {

    private final ModelContext scope;
    private final boolean isDirect;
    private final Set<TypeElement> seen = new HashSet<>();

    private Recursion(ModelContext scope, boolean isDirect) {
        this.scope = scope;
        this.isDirect = isDirect;
    }

    /** Tells whether a member leads back, so that its type is not there while that of the document is made. */
    static boolean leadsBack(ModelContext scope, ModelColumn member) {
        return new Recursion(scope, false).leadsBack(member.javaType());
    }

    /** Tells whether a member leads back without a list or a map between, so that its path has no end. */
    static boolean isEndless(ModelContext scope, ModelColumn member) {
        return new Recursion(scope, true).leadsBack(member.javaType());
    }

    private boolean leadsBack(TypeMirror type) {
        return documents(type)
                .anyMatch(document -> document.equals(scope.model())
                        || seen.add(document) && members(document).anyMatch(this::leadsBack));
    }

    private Stream<TypeElement> documents(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return Stream.of();
        }
        TypeElement element = (TypeElement) declared.asElement();
        if (AnnotationUse.find(element, Document.class).isPresent()) {
            return Stream.of(element);
        }
        List<? extends TypeMirror> arguments = isDirect ? List.of() : declared.getTypeArguments();
        return arguments.stream().flatMap(this::documents);
    }

    private Stream<TypeMirror> members(TypeElement document) {
        DeclaredType type = (DeclaredType) document.asType();
        return MemberReader.candidates(document).values().stream()
                .filter(member -> AnnotationUse.find(member, Ignored.class).isEmpty())
                .map((Element member) -> scope.types().asMemberOf(type, member));
    }
}
