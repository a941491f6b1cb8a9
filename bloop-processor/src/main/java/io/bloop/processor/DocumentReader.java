package io.bloop.processor;

import io.bloop.annotation.Column;
import io.bloop.annotation.Created;
import io.bloop.annotation.CreatedBy;
import io.bloop.annotation.Discriminator;
import io.bloop.annotation.GlobalSecondaryIndex;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.KeyOnly;
import io.bloop.annotation.LocalSecondaryIndex;
import io.bloop.annotation.Model;
import io.bloop.annotation.Modified;
import io.bloop.annotation.ModifiedBy;
import io.bloop.annotation.RangeKey;
import io.bloop.annotation.Table;
import io.bloop.annotation.Ttl;
import io.bloop.annotation.Version;
import io.bloop.expression.DocumentPath;
import io.bloop.rule.internal.NameRules;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads an annotated document and finds its mistakes, all of them. */
final class DocumentReader {

    private static final List<Class<? extends Annotation>> OF_MODELS = List.of(
            HashKey.class,
            RangeKey.class,
            KeyOnly.class,
            Version.class,
            Created.class,
            Modified.class,
            CreatedBy.class,
            ModifiedBy.class,
            Ttl.class);

    private final ModelContext scope;
    private final List<ModelColumn> members;

    private DocumentReader(ModelContext scope, List<ModelColumn> members) {
        this.scope = scope;
        this.members = members;
    }

    /** Returns the members. Their type can be written if the scope has no errors. */
    static Optional<List<ModelColumn>> read(ModelContext scope) {
        if (!ClassCheck.canBe(scope)) {
            return Optional.empty();
        }
        ClassCheck.check(scope);
        DocumentReader reader = new DocumentReader(scope, ColumnReader.members(scope));
        reader.marks();
        reader.storedNames();
        reader.names();
        Subtypes.check(scope);
        return Optional.of(reader.members);
    }

    private void marks() {
        boolean isModelToo = AnnotationUse.find(scope.model(), Model.class).isPresent();
        if (!isModelToo) {
            ofTables()
                    .forEach(mark -> scope.error(
                            Spot.of(mark),
                            scope.name() + " is marked with @"
                                    + mark.mirror()
                                            .getAnnotationType()
                                            .asElement()
                                            .getSimpleName()
                                    + ", which only a model can be; take it away, or mark " + scope.name()
                                    + " with @Model rather than @Document."));
        }
        for (ModelColumn member : members) {
            for (Class<? extends Annotation> type : OF_MODELS) {
                if (member.mark(type).isPresent() && !isModelToo) {
                    scope.error(
                            member.spot(type),
                            scope.part(member.name()) + " is marked with @" + type.getSimpleName()
                                    + ", which only a column of a model can be; take it away, or mark " + scope.name()
                                    + " with @Model rather than @Document.");
                }
            }
        }
    }

    private Stream<AnnotationUse> ofTables() {
        TypeElement type = scope.model();
        return Stream.of(
                        Stream.of(Table.class, HashKey.class, RangeKey.class, Discriminator.class)
                                .flatMap(annotation -> AnnotationUse.find(type, annotation).stream())
                                .toList(),
                        AnnotationUse.all(type, GlobalSecondaryIndex.class, GlobalSecondaryIndex.All.class),
                        AnnotationUse.all(type, LocalSecondaryIndex.class, LocalSecondaryIndex.All.class))
                .flatMap(List::stream);
    }

    private void storedNames() {
        Map<String, String> taken = new HashMap<>();
        for (ModelColumn member : members) {
            String stored = member.storedName();
            Spot spot = member.mark(Column.class)
                    .map(mark -> Spot.of(mark, "value"))
                    .orElseGet(member::spot);
            String other = taken.putIfAbsent(stored, member.name());
            if (stored.isEmpty()) {
                scope.error(spot, "An empty text is the stored name of member '" + member.name() + "'; give it one.");
            } else if (other != null) {
                scope.error(
                        spot,
                        "'" + stored + "' is the stored name of both member '" + other + "' and member '"
                                + member.name() + "'; rename one.");
            }
            NameRules.attribute(stored)
                    .ifPresent(problem -> scope.error(
                            spot,
                            "The stored name " + NameRules.quoted(stored) + " of member '" + member.name() + "' "
                                    + problem + ". Rename it."));
        }
    }

    /** Returns the members whose paths can be written, even if they have other mistakes. */
    static List<ModelColumn> usable(ModelContext scope, List<ModelColumn> members) {
        DocumentReader reader = new DocumentReader(scope, members);
        return members.stream()
                .filter(member -> member.type().isPresent())
                .filter(member -> !member.name().equals(Names.constant(scope.model())))
                .filter(member -> !reader.isTakenMethod(member))
                .toList();
    }

    /** Tells whether the path of a member is a method that every path has already. */
    private boolean isTakenMethod(ModelColumn member) {
        TypeElement path = scope.elements().getTypeElement(DocumentPath.class.getName());
        return Recursion.isEndless(scope, member)
                && ElementFilter.methodsIn(scope.elements().getAllMembers(path)).stream()
                        .anyMatch(method -> method.getParameters().isEmpty()
                                && method.getSimpleName().contentEquals(member.name()));
    }

    private void names() {
        String constant = Names.constant(scope.model());
        for (ModelColumn member : members) {
            if (member.name().equals(constant)) {
                scope.error(
                        member.spot(),
                        scope.part(constant) + " has the name of the constant " + scope.generated() + "." + constant
                                + "; rename it.");
            }
            if (isTakenMethod(member)) {
                scope.error(
                        member.spot(),
                        scope.part(member.name()) + " holds a document that holds such a member again, of which the"
                                + " path is a method, and every path has " + member.name()
                                + "() already; rename it, and keep this name with @Column(\"" + member.name()
                                + "\").");
            }
        }
    }
}
