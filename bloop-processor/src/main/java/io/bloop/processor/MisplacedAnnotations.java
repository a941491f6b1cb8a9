package io.bloop.processor;

import io.bloop.annotation.BloopCreator;
import io.bloop.annotation.Discriminator;
import io.bloop.annotation.GlobalSecondaryIndex;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.LocalSecondaryIndex;
import io.bloop.annotation.RangeKey;
import io.bloop.annotation.StoredWith;
import io.bloop.annotation.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * Finds annotations without effect on classes that are neither models nor documents, and on their members.
 *
 * <p>Abstract classes and interfaces may be there for models that are compiled elsewhere; a class that models could
 * extend although it is not abstract has to have one among those that are compiled with it.
 */
final class MisplacedAnnotations {

    private final ModelContext scope;
    private final TypeElement type;
    private final boolean isInherited;

    private MisplacedAnnotations(ModelContext scope, boolean isInherited) {
        this.scope = scope;
        this.type = scope.model();
        this.isInherited = isInherited;
    }

    /**
     * Checks a class.
     *
     * @param scope the class, as if it were a model
     * @param isInherited whether a model or a document that is compiled now inherits from it
     */
    static void check(ModelContext scope, boolean isInherited) {
        new MisplacedAnnotations(scope, isInherited).check();
    }

    /** Checks a collection, which has neither columns nor a table. */
    static void checkCollection(ModelContext scope) {
        new MisplacedAnnotations(scope, false)
                .reportFirst(
                        mark -> !mark.is(BloopCreator.class),
                        " is a collection, which has no columns and no table of its own; take the annotation away.");
    }

    private void check() {
        if (Properties.haveWritten(type)) {
            // its annotations are copies of those of a class that is checked itself
            return;
        }
        Supertype.checkIgnored(scope);
        if (type.getKind() == ElementKind.ENUM || type.getKind() == ElementKind.ANNOTATION_TYPE) {
            String what = type.getKind() == ElementKind.ENUM ? "an enum" : "an annotation";
            reportFirst(" is " + what + ", which has no columns; take the annotation away.");
        } else if (scope.isAbstract()) {
            table();
            creators();
            if (!isInherited) {
                members();
            }
        } else if (isInherited) {
            table();
            creators();
        } else {
            boolean canBeExtended = type.getKind() == ElementKind.CLASS
                    && !type.getModifiers().contains(Modifier.FINAL)
                    && !type.getModifiers().contains(Modifier.ABSTRACT);
            String advice = canBeExtended ? "make it abstract if models extend it, " : "";
            reportFirst(" is no model; mark it with @Model, " + advice + "or take the annotation away.");
        }
    }

    private void table() {
        String how = type.getKind().isInterface() ? "implement" : "extend";
        AnnotationUse.find(type, Table.class)
                .ifPresent(mark -> scope.error(
                        Spot.of(mark),
                        scope.name() + " is marked with @Table, which is never inherited, and is no model with a table;"
                                + " put it on the models that " + how + " " + scope.name() + "."));
    }

    private void creators() {
        for (ExecutableElement marked : CreationReader.marked(type)) {
            scope.error(
                    Spot.of(marked),
                    scope.name()
                            + " is no model, and what @BloopCreator marks is never inherited; put it on the models "
                            + "that extend " + scope.name() + ".");
        }
    }

    private void reportFirst(String problem) {
        reportFirst(mark -> true, problem);
    }

    private void reportFirst(Predicate<AnnotationUse> which, String problem) {
        marks().filter(which).findFirst().ifPresent(mark -> {
            String name = mark.mirror()
                    .getAnnotationType()
                    .asElement()
                    .getSimpleName()
                    .toString();
            String subject = mark.element().equals(type)
                    ? scope.name() + " is marked with @" + name + " and"
                    : "'" + mark.element().getSimpleName() + "' is marked with @" + name + ", and " + scope.name();
            scope.error(Spot.of(mark), subject + problem);
        });
    }

    /** Returns all annotations on the class and its members that need a model or a document there. */
    private Stream<AnnotationUse> marks() {
        return Stream.of(
                        Stream.of(Table.class, HashKey.class, RangeKey.class, Discriminator.class)
                                .flatMap(annotation -> AnnotationUse.find(type, annotation).stream()),
                        AnnotationUse.all(type, GlobalSecondaryIndex.class, GlobalSecondaryIndex.All.class).stream(),
                        AnnotationUse.all(type, LocalSecondaryIndex.class, LocalSecondaryIndex.All.class).stream(),
                        AnnotationUse.all(type, StoredWith.class, StoredWith.All.class).stream()
                                .filter(mark -> !isOfItself(mark)),
                        CreationReader.marked(type).stream()
                                .flatMap(marked -> AnnotationUse.find(marked, BloopCreator.class).stream()),
                        type.getEnclosedElements().stream()
                                .filter(member -> member.getKind().isField() || member.getKind() == ElementKind.METHOD)
                                .map(ColumnAnnotations::on)
                                .filter(marks -> !marks.isEmpty())
                                .map(ColumnAnnotations::first))
                .flatMap(marks -> marks);
    }

    /** Tells whether an annotation gives a type to the class that has it, or one that cannot be found. */
    private boolean isOfItself(AnnotationUse mark) {
        Optional<StoredConstant> constant = new StoredWithReader(scope.anew(), mark, scope.name()).read();
        return constant.isEmpty()
                || constant.get().value() instanceof DeclaredType value
                        && value.asElement().equals(type);
    }

    private void members() {
        List<? extends Element> members = type.getEnclosedElements();
        for (VariableElement field : ElementFilter.fieldsIn(members)) {
            MemberReader.leftOut(field)
                    .ifPresent(mark -> scope.error(Spot.of(mark), MemberReader.leftOut(field, mark)));
        }
        for (ExecutableElement method : ElementFilter.methodsIn(members)) {
            ColumnAnnotations marks = ColumnAnnotations.on(method);
            if (!marks.isEmpty() && !AnnotatedGetters.isGetter(method)) {
                scope.error(Spot.of(marks.first()), AnnotatedGetters.noGetter(method, marks.first()));
            }
        }
    }
}
