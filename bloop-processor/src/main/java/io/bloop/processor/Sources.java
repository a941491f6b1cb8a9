package io.bloop.processor;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Knows which types are compiled now rather than read from class files. */
final class Sources {

    private final Set<String> names = new HashSet<>();
    private final TableShapes tables = new TableShapes();

    /** Returns the tables of the models that are compiled now. */
    TableShapes tables() {
        return tables;
    }

    void add(RoundEnvironment round) {
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                names.add(type.getQualifiedName().toString());
            }
        }
    }

    boolean contain(Element element) {
        Element outermost = element;
        while (outermost.getEnclosingElement() != null
                && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outermost = outermost.getEnclosingElement();
        }
        return outermost instanceof TypeElement type
                && names.contains(type.getQualifiedName().toString());
    }
}
