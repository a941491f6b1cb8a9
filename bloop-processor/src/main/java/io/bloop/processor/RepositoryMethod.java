package io.bloop.processor;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * An abstract method of a repository.
 *
 * @param element the method
 * @param result what it returns, as the repository sees it
 * @param parameters what it takes
 */
record RepositoryMethod(ExecutableElement element, TypeMirror result, List<Parameter> parameters) {

    /** A parameter. */
    record Parameter(String name, TypeMirror type, Element element) {}

    /** The statement that a method consists of. */
    interface Body {

        /** Spells the value that is returned, as a chain of calls that may be broken up. */
        List<String> calls(Imports imports);
    }

    /** A method with what it does. */
    record Written(RepositoryMethod method, Body body) {}

    String name() {
        return element.getSimpleName().toString();
    }
}
