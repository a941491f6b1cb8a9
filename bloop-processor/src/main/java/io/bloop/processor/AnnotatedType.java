package io.bloop.processor;

import io.bloop.annotation.StoredWith;
import io.bloop.annotation.Timestamp;
import io.bloop.annotation.Ttl;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds how one member is stored: as its annotations say, else by its Java type. */
final class AnnotatedType {

    private final ModelContext scope;
    private final TypeRegister register;
    private final Member member;

    AnnotatedType(ModelContext scope, TypeRegister register, Member member) {
        this.scope = scope;
        this.register = register;
        this.member = member;
    }

    Optional<StoredType> read() {
        Optional<AnnotationUse> storedWith = member.marks().get(StoredWith.class);
        Optional<AnnotationUse> timestamp = member.marks().get(Timestamp.class);
        Optional<TypeMirror> held = TypeNames.held(member.type());
        boolean isInstant = isInstant(held.orElse(member.type()));
        if (timestamp.isPresent() && storedWith.isPresent()) {
            String message = scope.part(member.name()) + " is marked with both @Timestamp and @StoredWith; keep one.";
            scope.error(Spot.of(timestamp.get()), message);
        } else if (timestamp.isPresent() && !isInstant) {
            String message = scope.part(member.name()) + " is marked with @Timestamp and a "
                    + TypeNames.simple(member.type()) + "; declare it as an Instant, or take @Timestamp away.";
            scope.error(Spot.of(timestamp.get()), message);
        }
        if (storedWith.isPresent()) {
            return StoredWithReader.read(scope, member, storedWith.get());
        }
        if (isInstant && (timestamp.isPresent() || member.marks().has(Ttl.class))) {
            StoredType stored = Scalars.stored(Kind.NUMBER, held.orElse(member.type()), "TIMESTAMP");
            return Optional.of(held.isPresent() ? stored.with(new Conversion.OfOptional(Optional.empty())) : stored);
        }
        return new TypeReader(scope, register, member).read();
    }

    static boolean isInstant(TypeMirror type) {
        return type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.time.Instant");
    }
}
