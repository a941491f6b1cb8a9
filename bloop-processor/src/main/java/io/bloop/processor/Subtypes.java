package io.bloop.processor;

import io.bloop.annotation.Document;
import io.bloop.rule.internal.NameRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Knows the subtypes by which objects of an abstract document are stored. */
final class Subtypes {

    private static final String DISCRIMINATOR = "discriminator";
    private static final String SUBTYPES = "subtypes";
    private static final String DEFAULT = "type";

    private final ModelContext scope;
    private final Spot spot;

    private Subtypes(ModelContext scope) {
        this.scope = scope;
        this.spot = mark(scope.model()).map(Spot::of).orElseGet(() -> Spot.of(scope.model()));
    }

    private static Optional<AnnotationUse> mark(TypeElement type) {
        return AnnotationUse.find(type, Document.class);
    }

    /** Tells whether objects of a class are stored by its subtypes. */
    static boolean arePart(TypeElement type) {
        return Hierarchy.isAbstract(type) && !direct(type).isEmpty();
    }

    /** Returns the classes that objects of a class can be of, if it is stored by its subtypes. */
    static List<TypeElement> of(TypeElement type) {
        List<TypeElement> found = new ArrayList<>();
        if (arePart(type)) {
            Set<TypeElement> seen = new HashSet<>();
            seen.add(type);
            collect(type, found, seen);
        }
        return found;
    }

    private static void collect(TypeElement type, List<TypeElement> found, Set<TypeElement> seen) {
        for (TypeElement next : direct(type)) {
            if (seen.add(next)) {
                if (arePart(next)) {
                    collect(next, found, seen);
                } else {
                    found.add(next);
                }
            }
        }
    }

    private static List<TypeElement> direct(TypeElement type) {
        List<TypeElement> named = mark(type).map(mark -> mark.classes(SUBTYPES)).orElse(List.of());
        return (named.isEmpty() ? Hierarchy.permitted(type) : named)
                .stream().filter(subtype -> !subtype.equals(type)).toList();
    }

    /** Returns the name of the stored member that names the subtype of a document. */
    static String discriminator(TypeElement type) {
        return mark(type).flatMap(mark -> mark.text(DISCRIMINATOR)).orElse(DEFAULT);
    }

    /** Returns what the discriminator is for a subtype: what is written, and what is read. */
    static List<String> names(TypeElement subtype) {
        List<String> names = mark(subtype).map(mark -> mark.texts("value")).orElse(List.of());
        return names.isEmpty() ? List.of(subtype.getSimpleName().toString()) : names;
    }

    /** Reports what keeps objects of the class from being stored by its subtypes, and what is said of it in vain. */
    static void check(ModelContext scope) {
        Subtypes subtypes = new Subtypes(scope);
        if (arePart(scope.model())) {
            subtypes.checkDiscriminator();
            List<TypeElement> all = of(scope.model());
            all.forEach(subtypes::check);
            if (all.isEmpty()) {
                scope.error(
                        subtypes.spot,
                        scope.name() + " is stored by its subtypes, which name each other and have no objects; name a "
                                + "class that has some.");
            }
            subtypes.checkNames();
        }
        subtypes.checkUse();
    }

    private void checkDiscriminator() {
        NameRules.attribute(discriminator(scope.model()))
                .ifPresent(problem -> scope.error(
                        spot,
                        "The discriminator " + NameRules.quoted(discriminator(scope.model())) + " of " + scope.name()
                                + " " + problem + ". Rename it."));
    }

    private void check(TypeElement subtype) {
        String subject = scope.name() + " is stored by its subtypes, and " + subtype.getSimpleName();
        boolean isSubtype = scope.types()
                .isSubtype(
                        scope.types().erasure(subtype.asType()), scope.types().erasure(scope.type()));
        if (!isSubtype) {
            scope.error(spot, subject + " is none; take it away.");
        } else if (Hierarchy.isAbstract(subtype)) {
            scope.error(
                    spot,
                    subject + " is abstract without subtypes; make it sealed, or name its subtypes with "
                            + "@Document(subtypes = ...).");
        } else if (!scope.isAccessible(subtype)) {
            scope.error(
                    spot,
                    subject + " is out of reach of " + scope.generated() + "; make it package-private or public.");
        } else if (mark(subtype).isEmpty() && !scope.assumes(subtype)) {
            scope.error(spot, subject + " is no document; mark " + subtype.getSimpleName() + " with @Document.");
        } else {
            checkMembers(subtype);
        }
    }

    private void checkMembers(TypeElement subtype) {
        String discriminator = discriminator(scope.model());
        for (ModelColumn member : members(subtype)) {
            if (member.storedName().equals(discriminator)) {
                scope.error(
                        spot,
                        scope.name() + " is stored with a member '" + discriminator + "' that says of which subtype it"
                                + " is, and " + subtype.getSimpleName() + "." + member.name()
                                + " is stored under that name too; name another with @Document(discriminator = ...), or"
                                + " rename the member.");
            }
        }
    }

    private List<ModelColumn> members(TypeElement subtype) {
        return ColumnReader.members(scope.anew(subtype));
    }

    private void checkNames() {
        Map<String, TypeElement> taken = new HashMap<>();
        for (TypeElement subtype : of(scope.model())) {
            for (String name : names(subtype)) {
                TypeElement other = taken.putIfAbsent(name, subtype);
                if (other != null) {
                    scope.error(
                            spot,
                            scope.name() + " has the subtypes " + other.getSimpleName() + " and "
                                    + subtype.getSimpleName() + ", and '" + name + "' stands for both; give one another"
                                    + " name with @Document(\"...\").");
                }
            }
        }
    }

    /** Reports members of the annotation that have no effect. */
    private void checkUse() {
        Optional<AnnotationUse> mark = mark(scope.model());
        boolean areNamed = mark.flatMap(use -> use.value("value")).isPresent();
        boolean isSaid = Stream.of(DISCRIMINATOR, SUBTYPES)
                .anyMatch(member -> mark.flatMap(use -> use.value(member)).isPresent());
        boolean isPart = arePart(scope.model());
        if (isSaid && !isPart) {
            String why = Hierarchy.isAbstract(scope.model())
                    ? "has no subtypes; make it sealed, or name them with @Document(subtypes = ...)."
                    : "is not abstract, so that its objects are of no subtype; take " + DISCRIMINATOR + " and "
                            + SUBTYPES + " away.";
            scope.error(spot, scope.name() + " " + why);
        }
        if (areNamed && (isPart || !isSubtype())) {
            scope.error(
                    spot,
                    scope.name() + " has a name, which says of which subtype of an abstract document an object is, and "
                            + (isPart ? "is abstract" : "has no such supertype") + "; take the name away.");
        }
    }

    private boolean isSubtype() {
        return Stream.concat(Hierarchy.classes(scope.model()).stream(), Hierarchy.interfaces(scope.model()).stream())
                .anyMatch(type -> !type.equals(scope.model()) && arePart(type));
    }

    /** Returns the members that all subtypes have, stored alike. */
    List<ModelColumn> common() {
        List<List<ModelColumn>> all =
                of(scope.model()).stream().map(this::members).toList();
        return all.isEmpty()
                ? List.of()
                : all.get(0).stream()
                        .filter(member -> member.type().isPresent())
                        .filter(member -> all.stream()
                                .allMatch(others -> others.stream().anyMatch(other -> isAlike(member, other))))
                        .filter(member -> !Recursion.isEndless(scope, member))
                        .filter(member -> !member.name().equals(Names.constant(scope.model())))
                        .toList();
    }

    static List<ModelColumn> common(ModelContext scope) {
        return new Subtypes(scope).common();
    }

    private boolean isAlike(ModelColumn member, ModelColumn other) {
        // only one of two classes with the same simple name can use it in the same file
        Imports scratch = new Imports(scope.elements(), scope.packageName(), Imports.Scope.NONE);
        return member.name().equals(other.name())
                && member.storedName().equals(other.storedName())
                && other.type().isPresent()
                && code(member, scratch).equals(code(other, scratch));
    }

    private static String code(ModelColumn member, Imports imports) {
        return member.type().orElseThrow().code().print(imports);
    }
}
