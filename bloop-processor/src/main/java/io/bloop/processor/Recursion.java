package io.bloop.processor;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Finds the members of a document through which it holds documents of its own class again. */
final class Recursion {

    private final ModelContext scope;
    private final UsedDocuments documents;
    private final boolean isDirect;
    private final Set<TypeElement> seen = new HashSet<>();

    private Recursion(ModelContext scope, boolean isDirect) {
        this.scope = scope;
        this.documents = new UsedDocuments(scope);
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
        return UsedDocuments.of(type, isDirect)
                .anyMatch(document -> document.equals(scope.model())
                        || seen.add(document) && parts(document).anyMatch(this::leadsBack));
    }

    private Stream<TypeMirror> parts(TypeElement document) {
        return isDirect ? documents.members(document) : documents.parts(document);
    }
}
