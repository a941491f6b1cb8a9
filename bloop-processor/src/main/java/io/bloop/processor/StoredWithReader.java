package io.bloop.processor;

import io.bloop.Suggestion;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the type that {@code @StoredWith} names. */
final class StoredWithReader {

    private final Scope scope;
    private final Member member;
    private final Mark mark;

    StoredWithReader(Scope scope, Member member, Mark mark) {
        this.scope = scope;
        this.member = member;
        this.mark = mark;
    }

    Optional<StoredType> read() {
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

    private Optional<StoredType> field(TypeElement holder, String constant) {
        List<VariableElement> fields = ElementFilter.fieldsIn(scope.elements().getAllMembers(holder)).stream()
                .filter(field -> field.getModifiers().contains(Modifier.STATIC))
                .filter(field -> scope.isAccessible(field) && scope.isAccessible(holder))
                .filter(field -> kind(field).isPresent())
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
                    "is stored with " + holder.getSimpleName() + "." + constant
                            + ", which is no static field that " + Names.definition(scope.model())
                            + " can reach and that holds a "
                            + "StringType, NumberType or the like. " + Suggestion.sentence(constant, known));
        }
        return typed(holder, found.get());
    }

    private Optional<StoredType> typed(TypeElement holder, VariableElement field) {
        Kind kind = kind(field).orElseThrow();
        List<? extends TypeMirror> arguments = ((DeclaredType) field.asType()).getTypeArguments();
        TypeMirror own = scope.boxed(member.type());
        String of = holder.getSimpleName() + "." + field.getSimpleName();
        if (kind != Kind.BOOLEAN && arguments.isEmpty()) {
            return refuse("constant", "is stored with " + of + ", a raw type; declare that of what it is.");
        }
        TypeMirror argument = kind == Kind.BOOLEAN ? booleanType() : arguments.get(0);
        TypeMirror value = valueOf(kind, argument);
        if (!scope.types().isSameType(value, own)) {
            return refuse(
                    "constant",
                    "is a " + TypeNames.simple(member.type()) + ", and " + of + " stores " + TypeNames.simple(value)
                            + "; name a type of " + TypeNames.simple(own) + ".");
        }
        if (member.type().getKind().isPrimitive() && kind == Kind.BINARY) {
            return refuse(
                    "constant",
                    "is a " + TypeNames.simple(member.type()) + ", for which a BinaryType has no value where the "
                            + "attribute is absent; declare it as " + TypeNames.simple(own) + ".");
        }
        return Optional.of(
                new StoredType(kind, argument, imports -> imports.type(holder) + "." + field.getSimpleName()));
    }

    private TypeMirror booleanType() {
        return scope.elements().getTypeElement("java.lang.Boolean").asType();
    }

    private TypeMirror valueOf(Kind kind, TypeMirror argument) {
        return switch (kind) {
            case SET -> declared("java.util.Set", argument);
            case LIST -> declared("java.util.List", argument);
            case MAP ->
                declared(
                        "java.util.Map",
                        scope.elements().getTypeElement("java.lang.String").asType(),
                        argument);
            default -> argument;
        };
    }

    private TypeMirror declared(String name, TypeMirror... arguments) {
        return scope.types().getDeclaredType(scope.elements().getTypeElement(name), arguments);
    }

    private static Optional<Kind> kind(VariableElement field) {
        return field.asType() instanceof DeclaredType declared
                ? Kind.ofType(((TypeElement) declared.asElement()).getQualifiedName())
                : Optional.empty();
    }

    private Optional<StoredType> refuse(String value, String message) {
        scope.error(Spot.of(mark, value), "Column '" + member.name() + "' " + message);
        return Optional.empty();
    }
}
