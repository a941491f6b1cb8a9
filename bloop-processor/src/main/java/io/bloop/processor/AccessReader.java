package io.bloop.processor;

import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Finds how the definition can read and write the members of a model. */
final class AccessReader {

    private static final Access NONE = new Access("", "");

    private final ModelContext scope;
    private final MemberAccess members;
    private final Creation creation;

    AccessReader(ModelContext scope) {
        this.scope = scope;
        this.members = new MemberAccess(scope);
        this.creation = CreationReader.of(scope);
    }

    Access of(Member member) {
        if (member.isComputed()) {
            return new Access(member.element().getSimpleName() + "()", Access.NOT_AFTERWARDS);
        }
        if (scope.model().getKind() == ElementKind.RECORD) {
            return new Access(member.name() + "()", Access.NOT_AFTERWARDS);
        }
        Optional<String> read = members.read(member);
        Optional<String> write = members.write(member);
        boolean cannotBeSet = write.isEmpty() && !creation.takes(member.name());
        if (read.isEmpty() || cannotBeSet) {
            boolean isFinal = member.element().getModifiers().contains(Modifier.FINAL);
            report(member, isFinal && cannotBeSet, read.isEmpty(), cannotBeSet);
            return NONE;
        }
        return new Access(read.get(), write.orElse(Access.NOT_AFTERWARDS));
    }

    private void report(Member member, boolean isFinal, boolean noGetter, boolean noSetter) {
        Element field = member.element();
        if (!field.getKind().isField()) {
            reportProperty(member, noGetter);
            return;
        }
        Optional<String> hidden = Kotlin.hiddenGetter(member.name(), field);
        if (hidden.isPresent()) {
            reportValueClass(member, hidden.get());
            return;
        }
        if (Kotlin.wrote(Objects.requireNonNull(field.getEnclosingElement()))) {
            reportKotlin(member, isFinal);
            return;
        }
        String capital = AccessorNames.capital(member.name());
        String type = TypeNames.simple(member.type());
        String getter = (member.type().getKind() == TypeKind.BOOLEAN ? "is" : "get") + capital + "()";
        String setter = "set" + capital + "(" + type + ")";
        String missing = !noSetter ? getter : noGetter ? getter + " and " + setter : setter;
        String what = scope.part(member.name()) + " is ";
        if (isFinal) {
            scope.missing(
                    Spot.of(field),
                    what + "final, so that loading cannot set it; take final away, let the constructor of "
                            + scope.name() + " take it, or make " + scope.name() + " a record.");
        } else {
            String modifier = field.getModifiers().contains(Modifier.PRIVATE) ? "private" : "out of reach";
            scope.missing(
                    Spot.of(field),
                    what + modifier + ", and " + scope.name() + " lacks " + missing
                            + "; add what is missing, make the field " + wider(field)
                            + ", or leave it out with @Ignored.");
        }
    }

    private void reportValueClass(Member member, String getter) {
        scope.missing(
                Spot.of(member.element()),
                scope.part(member.name())
                        + " is of a value class or an unsigned number of Kotlin, so that Java cannot call its getter "
                        + getter
                        + "(); declare it as a type that is stored, such as Long for UInt, and convert that in a"
                        + " property without a field.");
    }

    private void reportKotlin(Member member, boolean isFinal) {
        scope.missing(
                Spot.of(member.element()),
                scope.part(member.name())
                        + (isFinal
                                ? " is a val that loading cannot set; make it a var, or let the constructor of "
                                        + scope.name() + " take it."
                                : " is private; make the property and its setter internal or public, or leave it out with"
                                        + " @Ignored."));
    }

    private void reportProperty(Member member, boolean noGetter) {
        String what = scope.part(member.name()) + " is a getter that ";
        scope.missing(
                Spot.of(member.element()),
                noGetter
                        ? what + scope.generated() + " cannot call; make it public."
                        : what
                                + "nothing gives a value: what is marked with @BloopCreator does not take it; let it take '"
                                + member.name() + "', or leave it out with @Ignored.");
    }

    private String wider(Element field) {
        boolean isNeighbour =
                scope.elements().getPackageOf(field).equals(scope.elements().getPackageOf(scope.model()));
        return isNeighbour ? "package-private" : "public";
    }
}
