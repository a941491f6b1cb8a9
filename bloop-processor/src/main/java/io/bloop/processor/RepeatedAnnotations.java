package io.bloop.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Points at annotations that are repeated, which a messager does not find: it looks for the container of them. */
final class RepeatedAnnotations {

    private RepeatedAnnotations() {}

    /** Prints a message where it belongs if that is a repeated annotation of a class, and tells whether it did. */
    static boolean print(ProcessingEnvironment environment, Kind kind, String message, Spot spot) {
        AnnotationUse mark = spot.mark();
        if (mark == null || mark.repeat() == AnnotationUse.SINGLE) {
            return false;
        }
        try {
            Trees trees = Trees.instance(environment);
            TreePath path = trees.getPath(spot.element());
            if (path == null || !(path.getLeaf() instanceof ClassTree type)) {
                return false;
            }
            List<? extends AnnotationTree> repeated = type.getModifiers().getAnnotations().stream()
                    .filter(annotation -> isOf(annotation, mark))
                    .toList();
            if (mark.repeat() >= repeated.size()) {
                return false;
            }
            Tree tree = find(repeated.get(mark.repeat()), mark, spot.value());
            trees.printMessage(kind, message, tree, path.getCompilationUnit());
            return true;
        } catch (IllegalArgumentException | LinkageError ex) {
            // the compiler is not javac, or hides behind a wrapper
            return false;
        }
    }

    private static boolean isOf(AnnotationTree annotation, AnnotationUse mark) {
        String written = annotation.getAnnotationType().toString();
        String name =
                mark.mirror().getAnnotationType().asElement().getSimpleName().toString();
        return written.equals(name) || written.endsWith("." + name);
    }

    private static Tree find(AnnotationTree annotation, AnnotationUse mark, @Nullable AnnotationValue value) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mark.mirror().getElementValues().entrySet()) {
            List<?> elements = entry.getValue().getValue() instanceof List<?> list ? list : List.of();
            if (value != null && (entry.getValue() == value || elements.contains(value))) {
                String member = entry.getKey().getSimpleName().toString();
                return find(annotation, member, elements.indexOf(value));
            }
        }
        return annotation;
    }

    private static Tree find(AnnotationTree annotation, String member, int element) {
        for (Tree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree assignment
                    && assignment.getVariable().toString().equals(member)) {
                Tree value = assignment.getExpression();
                return element >= 0 && value instanceof NewArrayTree array
                        ? array.getInitializers().get(element)
                        : value;
            }
        }
        return annotation;
    }
}
