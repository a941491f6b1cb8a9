package io.bloop.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
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
        return register(new Member<>(name, type, members.size(), getter, null));
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
        return register(new Member<>(name, type, members.size(), getter, setter));
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
        kept.forEach((name, raw) -> {
            map.name(name);
            map.raw(raw);
        });
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
        return kept;
    }

    @Override
    public final boolean isSame(@Nullable D value, @Nullable Object remembered) {
        if (value == null || !(remembered instanceof @Nullable Object[] kept)) {
            return value == null && remembered == null;
        }
        for (Member<D, ?> member : members) {
            if (!member.isSame(value, kept[member.ordinal()])) {
                return false;
            }
        }
        return true;
    }
}
