package io.bloop.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stores a class or record with declared members as M.
 *
 * <p>Members that are null are left out. Members that the class does not declare are kept: when a document that was
 * loaded is saved again, they are stored as they were. They belong to that very object; another one put in its place
 * does not have them. A subclass declares its members as fields, and is a singleton. Thread-safe; the documents are
 * not.
 *
 * @param <D> the class of the document
 */
public abstract non-sealed class DocumentType<D> extends Type<D> {

    private final List<Member<D, ?>> members = new ArrayList<>();
    private final Map<String, Member<D, ?>> byName = new HashMap<>();
    private final KeptMembers undeclared = new KeptMembers();

    /**
     * Creates a type without members.
     *
     * @param javaType the class of the document
     */
    protected DocumentType(Class<D> javaType) {
        super(javaType.getSimpleName(), javaType, Tag.M);
    }

    /**
     * Makes a document.
     *
     * <p>Members with a setter are set afterwards. Those without have to be asked for here.
     *
     * @param values the values of the stored map
     * @return a new document
     */
    protected abstract D create(MemberValues<D> values);

    /**
     * Reads the value of a member that was declared without functions.
     *
     * <p>Generated types override this by one switch, which costs less at start-up than two functions for each member.
     *
     * @param document the document
     * @param member the member's place among the declared ones, from 0
     * @return the value, or null
     */
    protected @Nullable Object get(D document, int member) {
        throw new IllegalStateException(this + " declares a member without functions, and does not override get().");
    }

    /**
     * Writes the value of a member that was declared without functions.
     *
     * @param document the document
     * @param member the member's place among the declared ones, from 0
     * @param value the value; null where the member is absent
     */
    protected void set(D document, int member, @Nullable Object value) {
        throw new IllegalStateException(this + " declares a member without functions, and does not override set().");
    }

    /**
     * Tells whether documents are made with all their values, as records are, and never set afterwards.
     *
     * @return false unless a type that declares its members without functions says otherwise
     */
    protected boolean isImmutable() {
        return false;
    }

    /**
     * Declares a member that the type itself reads and writes, by {@link #get} and {@link #set}.
     *
     * @param <V> the Java type of the values
     * @param name the member's name in the stored map
     * @param type how values are stored
     * @return the member
     */
    protected final <V> Member<D, V> member(String name, Type<V> type) {
        return member(name, () -> type);
    }

    /**
     * Declares a member whose type is not there yet, as where documents hold each other, and that the type itself
     * reads and writes, by {@link #get} and {@link #set}.
     *
     * @param <V> the Java type of the values
     * @param name the member's name in the stored map
     * @param type returns how values are stored; is asked when the first document is stored or loaded
     * @return the member
     */
    @SuppressWarnings("unchecked") // the type's switch gives each ordinal its member's type
    protected final <V> Member<D, V> member(String name, Supplier<? extends Type<V>> type) {
        int ordinal = members.size();
        return register(new Member<>(
                name,
                type,
                ordinal,
                document -> (V) get(document, ordinal),
                isImmutable() ? null : (document, value) -> set(document, ordinal, value)));
    }

    /**
     * Declares a member of a class whose objects are made with all their values, as a record's.
     *
     * @param <V> the Java type of the values
     * @param name the member's name in the stored map
     * @param type how values are stored
     * @param getter reads the value of a document
     * @return the member
     */
    protected final <V> Member<D, V> member(
            String name, Type<V> type, Function<? super D, ? extends @Nullable V> getter) {
        return register(new Member<>(name, () -> type, members.size(), getter, null));
    }

    /**
     * Declares a member.
     *
     * @param <V> the Java type of the values
     * @param name the member's name in the stored map
     * @param type how values are stored
     * @param getter reads the value of a document
     * @param setter writes the value of a document; is given null where the member is absent
     * @return the member
     */
    protected final <V> Member<D, V> member(
            String name,
            Type<V> type,
            Function<? super D, ? extends @Nullable V> getter,
            BiConsumer<? super D, @Nullable V> setter) {
        return register(new Member<>(name, () -> type, members.size(), getter, setter));
    }

    private <V> Member<D, V> register(Member<D, V> member) {
        if (byName.putIfAbsent(member.name(), member) != null) {
            throw new IllegalArgumentException(
                    this + " declares the member '" + member.name() + "' twice; rename one.");
        }
        members.add(member);
        return member;
    }

    /**
     * Returns the declared members.
     *
     * @return the members, in the order of their declaration
     */
    public final List<Member<D, ?>> members() {
        return List.copyOf(members);
    }

    @Override
    public final boolean write(D value, ValueWriter out) {
        Map<String, AttributeValue> kept = undeclared.of(value);
        MemberWriter map = out.map(members.size() + kept.size());
        for (Member<D, ?> member : members) {
            member.write(value, map);
        }
        write(kept, map);
        map.end();
        return true;
    }

    @Override
    public final D read(ValueReader in) {
        require(in);
        @Nullable Object[] values = new @Nullable Object[members.size()];
        boolean[] present = new boolean[values.length];
        Map<String, AttributeValue> unknown = null;
        MemberReader map = in.members();
        while (map.next()) {
            Member<D, ?> member = byName.get(map.name());
            if (member == null) {
                unknown = unknown == null ? new HashMap<>() : unknown;
                unknown.put(map.name(), map.raw());
            } else if (map.tag() != Tag.NULL) {
                values[member.ordinal()] = member.type().read(map);
                present[member.ordinal()] = true;
            }
        }
        D document = made(values, present);
        if (unknown != null) {
            undeclared.keep(document, unknown);
        }
        return document;
    }

    private D made(@Nullable Object[] values, boolean[] present) {
        for (Member<D, ?> member : members) {
            if (!present[member.ordinal()]) {
                values[member.ordinal()] = member.type().absent();
            }
        }
        D document = create(new MemberValues<>(values));
        for (Member<D, ?> member : members) {
            member.set(document, values[member.ordinal()]);
        }
        return document;
    }

    @Override
    public final @Nullable D absent() {
        return null;
    }

    @Override
    public final @Nullable Object remember(@Nullable D value) {
        if (value == null) {
            return null;
        }
        @Nullable Object[] kept = new @Nullable Object[members.size()];
        for (Member<D, ?> member : members) {
            kept[member.ordinal()] = member.remember(value);
        }
        return new Kept(kept, undeclared.of(value));
    }

    @Override
    public final boolean isSame(@Nullable D value, @Nullable Object remembered) {
        if (value == null || !(remembered instanceof Kept kept)) {
            return value == null && remembered == null;
        }
        for (Member<D, ?> member : members) {
            if (!member.isSame(value, kept.members[member.ordinal()])) {
                return false;
            }
        }
        return true;
    }

    /** Is what a baseline keeps of a document; the undeclared members never change. */
    private static final class Kept {

        private final @Nullable Object[] members;
        private final Map<String, AttributeValue> undeclared;

        Kept(@Nullable Object[] members, Map<String, AttributeValue> undeclared) {
            this.members = members;
            this.undeclared = undeclared;
        }
    }

    @Override
    final void restore(Object remembered, ValueWriter out) {
        Kept kept = (Kept) remembered;
        MemberWriter map = out.map(members.size() + kept.undeclared.size());
        for (Member<D, ?> member : members) {
            member.restore(kept.members[member.ordinal()], map);
        }
        write(kept.undeclared, map);
        map.end();
    }

    private static void write(Map<String, AttributeValue> undeclared, MemberWriter map) {
        undeclared.forEach((name, raw) -> {
            map.name(name);
            map.raw(raw);
        });
    }
}
