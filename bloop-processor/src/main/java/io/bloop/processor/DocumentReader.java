package io.bloop.processor;

import io.bloop.annotation.Column;
import io.bloop.annotation.Created;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.Modified;
import io.bloop.annotation.RangeKey;
import io.bloop.annotation.Ttl;
import io.bloop.annotation.Version;
import io.bloop.rule.NameRules;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an annotated document and finds its mistakes, all of them. */
final class DocumentReader {

    private static final List<Class<? extends Annotation>> OF_MODELS =
            List.of(HashKey.class, RangeKey.class, Version.class, Created.class, Modified.class, Ttl.class);

    /** The names of methods without parameters that a place has already. */
    private static final Set<String> OF_PLACES = Set.of(
            "name",
            "attribute",
            "type",
            "place",
            "exists",
            "notExists",
            "isNested",
            "toString",
            "hashCode",
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize");

    private final ModelContext scope;
    private final List<ModelColumn> members;

    private DocumentReader(ModelContext scope) {
        this.scope = scope;
        this.members = ColumnReader.members(scope);
    }

    /** Returns the members, of which a type can be written if the scope has no errors then. */
    static Optional<List<ModelColumn>> read(ModelContext scope) {
        if (!ClassCheck.canBe(scope)) {
            return Optional.empty();
        }
        ClassCheck.check(scope);
        DocumentReader reader = new DocumentReader(scope);
        reader.marks();
        reader.storedNames();
        reader.names();
        return Optional.of(reader.members);
    }

    private void marks() {
        boolean isModelToo = AnnotationUse.find(scope.model(), Model.class).isPresent();
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

    private void names() {
        String constant = Names.constant(scope.model());
        for (ModelColumn member : members) {
            if (member.name().equals(constant)) {
                scope.error(
                        member.spot(),
                        scope.part(constant) + " has the name of the constant " + scope.generated() + "." + constant
                                + "; rename it.");
            }
            if (OF_PLACES.contains(member.name()) && Recursion.isEndless(scope, member)) {
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
