package io.bloop.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stores objects of an abstract class or an interface as the documents of its subtypes, with one more member, the
 * discriminator, that says of which subtype each is.
 *
 * <p>A subclass names the subtypes in its constructor, and is a singleton. An object of any other class, and a stored
 * document whose discriminator is missing or unknown, is refused. Thread-safe; the documents are not.
 *
 * @param <D> the abstract class or the interface
 * @since 0.1.0
 */
public abstract class PolymorphicType<D> extends DocumentType<D> {

    /** What the modifiers of abstract classes and interfaces have, as the class file format says. */
    private static final int ABSTRACT = 0x0400;

    private final String discriminator;
    private final Map<Class<?>, Subtype<? extends D>> byClass = new LinkedHashMap<>();
    private final Map<String, Subtype<? extends D>> byName = new LinkedHashMap<>();

    /**
     * Creates a type without subtypes.
     *
     * @param javaType the abstract class or the interface
     * @param discriminator the name of the stored member that names the subtype of a document
     */
    protected PolymorphicType(Class<D> javaType, String discriminator) {
        super(javaType);
        this.discriminator = discriminator;
    }

    /**
     * Names a subtype.
     *
     * @param type how its documents are stored
     * @param names what the discriminator is for it: the text that is written, followed by those that are only read
     * @throws InvalidType if the subtype has no name, has a member that is stored under the name of the discriminator, or
     *     has the class or a name of another subtype
     */
    protected final void subtype(DocumentType<? extends D> type, String... names) {
        if (type instanceof PolymorphicType<?>) {
            throw new InvalidType(toString(), "has the subtype " + type + ", which is abstract; name its subtypes.");
        }
        if (names.length == 0) {
            throw new InvalidType(toString(), "has the subtype " + type + " without a name; give it one.");
        }
        if (type.members().stream().anyMatch(member -> member.name().equals(discriminator))) {
            throw new InvalidType(
                    toString(),
                    "has the discriminator '" + discriminator + "', and " + type
                            + " has a member of that name; rename one of them.");
        }
        Subtype<? extends D> subtype = new Subtype<>(type, names[0]);
        if (byClass.putIfAbsent(type.javaType(), subtype) != null) {
            throw new InvalidType(toString(), "has the subtype " + type + " twice; name it once, with all its names.");
        }
        for (String name : names) {
            if (byName.putIfAbsent(name, subtype) != null) {
                throw new InvalidType(toString(), "has two subtypes with the name '" + name + "'; rename one.");
            }
        }
    }

    private record Subtype<S>(DocumentType<S> type, String name) {}

    /**
     * What a baseline keeps.
     *
     * @param subtype the subtype of the document
     * @param name what the discriminator is
     * @param remembered what the subtype keeps of the document
     */
    private record Kept<S>(DocumentType<S> subtype, String name, Object remembered) {}

    /**
     * Returns the type of the objects of one subtype that are stored here, with the discriminator.
     *
     * @param <S> the class of the subtype
     * @param subtype one of the subtypes
     * @return the type
     * @throws InvalidType if it is none of the subtypes
     */
    public final <S extends D> DocumentType<S> only(DocumentType<S> subtype) {
        Subtype<? extends D> known = byClass.get(subtype.javaType());
        if (known == null) {
            throw new InvalidType(toString(), "has no subtype " + subtype + "; it has " + types() + ".");
        }
        List<String> names = new ArrayList<>(List.of(known.name()));
        byName.forEach((name, one) -> {
            if (one == known && !name.equals(known.name())) {
                names.add(name);
            }
        });
        return new Only<>(subtype, discriminator, names.toArray(String[]::new));
    }

    /** The type of the objects of one subtype. */
    private static final class Only<S> extends PolymorphicType<S> {

        private final DocumentType<S> subtype;

        @SuppressWarnings("unchecked") // it is the class of the subtype
        Only(DocumentType<S> subtype, String discriminator, String... names) {
            super((Class<S>) subtype.javaType(), discriminator);
            this.subtype = subtype;
            subtype(subtype, names);
        }

        @Override
        List<? extends Member<S, ?>> declared() {
            return subtype.declared();
        }
    }

    /** Throws, since only the subtypes have documents. */
    @Override
    protected final D create(MemberValues<D> values) {
        throw new IllegalStateException(this + " is abstract");
    }

    @SuppressWarnings("unchecked") // the subtype of an object's class stores such objects
    private <S extends D> Subtype<S> subtypeOf(S value) {
        Subtype<? extends D> found = known(value);
        if (found == null) {
            throw InvalidValue.unstorable(
                    this + ", which is one of " + types(),
                    "a " + value.getClass().getName());
        }
        return (Subtype<S>) found;
    }

    /** Returns the subtype of an object's class, or of the abstract one for which others have written that class. */
    private @Nullable Subtype<? extends D> known(Object value) {
        Subtype<? extends D> found = byClass.get(value.getClass());
        return found != null
                ? found
                : byClass.values().stream()
                        .filter(subtype -> isAbstract(subtype.type().javaType())
                                && subtype.type().javaType().isInstance(value))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isAbstract(Class<?> type) {
        return (type.getModifiers() & ABSTRACT) != 0;
    }

    private List<DocumentType<?>> types() {
        return byClass.values().stream().<DocumentType<?>>map(Subtype::type).toList();
    }

    private String nameIn(AttributeValueReader in) {
        AttributeValue stored = in.current().m().get(discriminator);
        String name = stored == null ? null : stored.s();
        if (name == null || !byName.containsKey(name)) {
            String found = stored == null
                    ? "none"
                    : name == null ? Printed.kind(AttributeValueReader.ofValue(stored)) : "another text";
            throw InvalidValue.unreadable(
                    this + ", whose '" + discriminator + "' is one of " + byName.keySet(), found, name, null);
        }
        return name;
    }

    private static AttributeValueReader whole(ValueReader in) {
        return in instanceof AttributeValueReader stored ? stored : AttributeValueReader.ofValue(in.raw());
    }

    @Override
    final boolean writeDocument(D value, @Nullable Object remembered, ValueWriter out) {
        writeAs(subtypeOf(value), value, remembered, out);
        return true;
    }

    private <S extends D> void writeAs(Subtype<S> subtype, S value, @Nullable Object remembered, ValueWriter out) {
        Kept<?> kept = kept(subtype, remembered);
        String name = kept == null ? subtype.name() : kept.name();
        subtype.type().write(value, kept == null ? null : kept.remembered(), new SubtypeMark(discriminator, name), out);
    }

    /** Returns what is remembered of a document of the same subtype; null where nothing is. */
    private static @Nullable Kept<?> kept(@Nullable Subtype<?> subtype, @Nullable Object remembered) {
        return subtype != null && remembered instanceof Kept<?> kept && kept.subtype() == subtype.type() ? kept : null;
    }

    @Override
    final D readDocument(ValueReader in, @Nullable Remembered remembered) {
        AttributeValueReader whole = whole(in);
        String name = nameIn(whole);
        DocumentType<? extends D> type =
                Objects.requireNonNull(byName.get(name)).type();
        D document = type.read(whole, discriminator, remembered);
        if (remembered != null) {
            remembered.keep(new Kept<>(type, name, Objects.requireNonNull(remembered.kept())));
        }
        return document;
    }

    @Override
    final Object rememberDocument(D value) {
        return rememberAs(subtypeOf(value), value);
    }

    private <S extends D> Object rememberAs(Subtype<S> subtype, S value) {
        return new Kept<>(subtype.type(), subtype.name(), subtype.type().rememberDocument(value));
    }

    @Override
    final Object rememberReadDocument(ValueReader in, D value) {
        AttributeValueReader whole = whole(in);
        return rememberReadAs(subtypeOf(value), nameIn(whole), whole, value);
    }

    private <S extends D> Object rememberReadAs(Subtype<S> subtype, String name, AttributeValueReader in, S value) {
        return new Kept<>(subtype.type(), name, subtype.type().rememberReadDocument(in, value));
    }

    @Override
    final int likeness(D value, Object remembered) {
        Kept<?> kept = kept(known(value), remembered);
        return kept == null ? 0 : likeness(kept.subtype(), value, kept);
    }

    @SuppressWarnings("unchecked") // the value is of the class of the subtype
    private static <S> int likeness(DocumentType<S> subtype, Object value, Kept<?> kept) {
        return subtype.likeness((S) value, kept.remembered());
    }

    @Override
    final boolean isSameDocument(D value, Object remembered) {
        Kept<?> kept = kept(known(value), remembered);
        return kept != null && isSame(kept.subtype(), value, kept);
    }

    @SuppressWarnings("unchecked") // the value is of the class of the subtype
    private static <S> boolean isSame(DocumentType<S> subtype, Object value, Kept<?> kept) {
        return subtype.isSameDocument((S) value, kept.remembered());
    }

    @Override
    final void restore(Object remembered, ValueWriter out) {
        Kept<?> kept = (Kept<?>) remembered;
        kept.subtype().restore(kept.remembered(), new SubtypeMark(discriminator, kept.name()), out);
    }
}
