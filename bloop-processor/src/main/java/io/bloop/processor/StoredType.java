package io.bloop.processor;

import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * How a column or an element is stored.
 *
 * @param kind the kind of the type
 * @param argument the Java type of the values, or of the elements of a set, a list or a map
 * @param code the expression that names the type
 * @param nesting the paths inside of it, where it holds documents
 */
record StoredType(Kind kind, TypeMirror argument, Code code, Optional<Nesting> nesting) {

    StoredType(Kind kind, TypeMirror argument, Code code) {
        this(kind, argument, code, Optional.empty());
    }

    /** An expression that knows what it imports. */
    interface Code {
        String print(Imports imports);
    }
}
