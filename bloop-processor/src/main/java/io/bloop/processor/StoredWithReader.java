package io.bloop.processor;

import io.bloop.Suggestion;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the type that {@code @StoredWith} names. */
final class StoredWithReader {

    private final ModelContext scope;
    private final AnnotationUse mark;
    private final String subject;

    /**
     * Creates a reader.
     *
     * @param subject what the annotation is on, to begin a sentence with
     */
    StoredWithReader(ModelContext scope, AnnotationUse mark, String subject) {
        this.scope = scope;
        this.mark = mark;
        this.subject = subject;
    }

    /** Returns the type of a member that is marked with the annotation itself. */
    static Optional<StoredType> read(ModelContext scope, Member member, AnnotationUse mark) {
        StoredWithReader reader = new StoredWithReader(scope, mark, scope.part(member.name()));
        return reader.read().flatMap(constant -> reader.typed(constant, member));
    }

    Optional<StoredConstant> read() {
        Optional<TypeElement> holder = mark.type("holder")
                .filter(DeclaredType.class::isInstance)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement());
        Optional<String> constant = mark.text("constant");
        if (holder.isEmpty() || constant.isEmpty()) {
            return holder.isPresent() || mark.value("holder").isEmpty()
                    ? Optional.empty()
                    : refuse("holder", "names no class as the holder of its type; name the class that declares it.");
        }
        return field(holder.get(), constant.get());
    }

    private Optional<StoredConstant> field(TypeElement holder, String constant) {
        List<VariableElement> fields = ElementFilter.fieldsIn(scope.elements().getAllMembers(holder)).stream()
                .filter(field -> field.getModifiers().contains(Modifier.STATIC))
                .filter(field -> scope.isAccessible(field) && scope.isAccessible(holder))
                .filter(field -> typeOf(field).isPresent())
                .toList();
        Optional<VariableElement> found = fields.stream()
                .filter(field -> field.getSimpleName().contentEquals(constant))
                .findFirst();
        if (found.isEmpty()) {
            List<String> known = fields.stream()
                    .map(field -> field.getSimpleName().toString())
                    .toList();
            return refuse(
                    "constant",
                    "is stored with " + holder.getSimpleName() + "." + constant + ", which is no static field that "
                            + scope.generated() + " can reach and that holds a "
                            + "StringType, NumberType or the like. "
                            + Suggestion.sentence(constant, known));
        }
        return constant(holder, found.get());
    }

    private Optional<StoredConstant> constant(TypeElement holder, VariableElement field) {
        DeclaredType type = typeOf(field).orElseThrow();
        Kind kind = kind(type).orElseThrow();
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (!kind.isOfOneType() && arguments.isEmpty()) {
            String of = holder.getSimpleName() + "." + field.getSimpleName();
            return refuse("constant", "is stored with " + of + ", a raw type; declare that of what it is.");
        }
        List<TypeMirror> values = switch (kind) {
            case BOOLEAN -> List.of(scope.typeNamed("java.lang.Boolean"));
            case DYNAMIC -> List.of(scope.typeNamed("java.lang.Object"));
            default -> List.copyOf(arguments);
        };
        return Optional.of(new StoredConstant(holder, field, kind, values, valueOf(kind, values)));
    }

    private Optional<StoredType> typed(StoredConstant constant, Member member) {
        TypeMirror own = scope.boxed(member.type());
        Optional<TypeMirror> held =
                TypeNames.held(own).filter(type -> scope.types().isSameType(constant.value(), type));
        if (held.isPresent()) {
            return Optional.of(constant.stored().with(new Conversion.OfOptional(Optional.empty())));
        }
        if (!scope.types().isSameType(constant.value(), own)) {
            return refuse(
                    "constant",
                    "is a " + TypeNames.simple(member.type()) + ", and " + constant.name() + " stores "
                            + TypeNames.simple(constant.value()) + "; name a type of " + TypeNames.simple(own) + ".");
        }
        return fitting(scope, constant, member, Spot.of(mark, "constant"));
    }

    /** Returns the type of a constant, unless the member has to have a value where the type has none. */
    static Optional<StoredType> fitting(ModelContext scope, StoredConstant constant, Member member, Spot spot) {
        if (member.type().getKind().isPrimitive() && constant.kind() == Kind.BINARY) {
            scope.error(
                    spot,
                    scope.part(member.name()) + " is a " + TypeNames.simple(member.type())
                            + ", for which a BinaryType has no value where the attribute is absent; declare it as "
                            + TypeNames.simple(scope.boxed(member.type())) + ".");
            return Optional.empty();
        }
        return Optional.of(constant.stored());
    }

    private TypeMirror valueOf(Kind kind, List<TypeMirror> arguments) {
        return switch (kind) {
            case SET, LIST, MAP -> scope.collection(kind, arguments);
            default -> arguments.get(0);
        };
    }

    /** Returns the kind of type that a field holds, which may be a subclass of one. */
    private Optional<DeclaredType> typeOf(VariableElement field) {
        TypeMirror next = field.asType();
        while (next instanceof DeclaredType declared) {
            if (kind(declared).isPresent()) {
                return Optional.of(declared);
            }
            List<? extends TypeMirror> above = scope.types().directSupertypes(declared);
            next = above.isEmpty() ? scope.types().getNoType(TypeKind.NONE) : above.get(0);
        }
        return Optional.empty();
    }

    private static Optional<Kind> kind(DeclaredType type) {
        return Kind.ofType(((TypeElement) type.asElement()).getQualifiedName());
    }

    private <R> Optional<R> refuse(String value, String message) {
        scope.error(Spot.of(mark, value), subject + " " + message);
        return Optional.empty();
    }
}
