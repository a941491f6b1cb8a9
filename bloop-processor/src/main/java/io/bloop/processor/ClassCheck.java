package io.bloop.processor;

import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the reasons why a definition cannot make objects of a class. */
final class ClassCheck {

    private final ModelContext scope;
    private final TypeElement model;

    private ClassCheck(ModelContext scope) {
        this.scope = scope;
        this.model = scope.model();
    }

    /** Tells whether the class can be what it is marked as at all, so that it makes sense to look at its members. */
    static boolean canBe(ModelContext scope) {
        ElementKind kind = scope.model().getKind();
        if (kind == ElementKind.ENUM || kind == ElementKind.ANNOTATION_TYPE) {
            String what = kind == ElementKind.ENUM ? "an enum" : "an annotation";
            scope.error(
                    Spot.of(scope.model()),
                    scope.name() + " is " + what + "; " + scope.role().mark()
                            + " goes on a class, a record, or an interface of getters.");
            return false;
        }
        return true;
    }

    /** Finds what keeps what is written from naming the class. */
    static void checkReach(ModelContext scope) {
        ClassCheck check = new ClassCheck(scope);
        check.reach();
        check.generics();
    }

    static void check(ModelContext scope) {
        ClassCheck check = new ClassCheck(scope);
        if (!scope.isAbstract()) {
            check.reach();
            check.generics();
            CreationReader.check(scope);
        } else if (scope.role() == Role.DOCUMENT ? Subtypes.arePart(scope.model()) : Supertype.is(scope.model())) {
            check.reach();
            check.generics();
        }
        check.equality();
        Supertype.checkIgnored(scope);
    }

    private void reach() {
        for (Element next = model; next instanceof TypeElement type; next = type.getEnclosingElement()) {
            if (type.getModifiers().contains(Modifier.PRIVATE)) {
                String where = type.equals(model)
                        ? " is private"
                        : " is inside " + type.getSimpleName() + ", which is private";
                error(where + ", so that " + scope.generated()
                        + " cannot reach it; make it package-private or public.");
            }
            if (type.getEnclosingElement() instanceof TypeElement outer
                    && !type.getModifiers().contains(Modifier.STATIC)) {
                String where = type.equals(model) ? " is" : " is inside " + type.getSimpleName() + ", which is";
                error(where + " an inner class, which nobody can make without its " + outer.getSimpleName()
                        + "; make it static.");
            }
        }
    }

    private void generics() {
        if (!model.getTypeParameters().isEmpty()) {
            error(" has type parameters, and a " + scope.role().toString().toLowerCase(Locale.ROOT)
                    + " is one class; make it abstract, and extend it with the types" + " that they stand for.");
        }
    }

    private void equality() {
        List<ExecutableElement> methods = ElementFilter.methodsIn(model.getEnclosedElements());
        methods.stream()
                .filter(method -> method.getSimpleName().contentEquals("equals")
                        && method.getParameters().size() == 1
                        && method.getParameters().get(0).asType().toString().endsWith("Object"))
                .filter(method -> methods.stream()
                        .noneMatch(other -> other.getSimpleName().contentEquals("hashCode")
                                && other.getParameters().isEmpty()))
                .forEach(method -> scope.problems()
                        .warning(
                                Spot.of(method),
                                scope.name() + " overrides equals without hashCode, so that sets and maps lose its"
                                        + " objects; override both or neither."));
    }

    private void error(String message) {
        scope.error(Spot.of(model), scope.name() + message);
    }
}
