package io.bloop.type;

import io.bloop.type.internal.Spare;
import io.bloop.type.internal.UserCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @since 0.1.0
 */
public abstract non-sealed class DocumentType<D> extends Type<D> {

    /** Stands where a member has not been read. */
    private static final Object ABSENT = new Object();

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
     * Makes a document whose members that are declared with {@link Member#keepInitial} have their initial values.
     *
     * <p>It is called where such a member is absent, and unless {@link #create} has already made the document. A type whose
     * {@code create} asks for such a member overrides this, and calls a constructor without it.
     *
     * @param values the values of the stored map, of which those members may not be asked for
     * @return a new document, of which nothing but initial values is used
     */
    protected D createInitial(MemberValues<D> values) {
        return create(values);
    }

    /**
     * Reads the value of a member that has no functions.
     *
     * <p>Generated types override this by one switch, which costs less at start-up than two functions for each member.
     *
     * @param document the document
     * @param member the member's place among the declared ones, from 0
     * @return the value, or null
     */
    protected @Nullable Object get(D document, int member) {
        throw new InvalidType(
                toString(),
                "declares the member '" + members.get(member).name()
                        + "' without a getter, and does not override get(); " + "give the member a getter.");
    }

    /**
     * Gives a new document its values.
     *
     * <p>Generated types override this by one assignment for each member; for records, which have all values already,
     * there is nothing to do. Each value is asked for where it is set: if the document refuses a value, the failure is
     * reported for the member that was asked for last.
     *
     * @param document the document that {@link #create} has made
     * @param values the values of the stored map
     */
    protected void fill(D document, MemberValues<D> values) {
        for (Member<D, ?> member : members) {
            if (member.hasSetter()) {
                member.set(document, values);
            }
        }
    }

    /**
     * Stores the values of a document.
     *
     * <p>Generated types override this by one call for each member.
     *
     * @param document the document
     * @param out takes the values
     */
    protected void write(D document, MemberSink<D> out) {
        for (Member<D, ?> member : members) {
            member.put(document, out);
        }
    }

    /**
     * Declares a member.
     *
     * <p>It gets its functions afterwards: {@code member("name", STRING).getter(s -> s.name).setter((s, v) -> s.name =
     * v)}. The type itself reads and writes the values of a member that has no functions, by {@link #get}, {@link #write},
     * and {@link #fill} or {@link #create}.
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
     * Declares a member whose type is created later, such as where documents contain each other.
     *
     * @param <V> the Java type of the values
     * @param name the member's name in the stored map
     * @param type returns how values are stored; is asked when the first document is stored or loaded
     * @return the member
     */
    protected final <V> Member<D, V> member(String name, Supplier<? extends Type<V>> type) {
        return register(new Member<>(this, name, type, members.size()));
    }

    private <V> Member<D, V> register(Member<D, V> member) {
        if (byName.putIfAbsent(member.name(), member) != null) {
            throw new InvalidType(toString(), "declares the member '" + member.name() + "' twice; rename one.");
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
        return List.copyOf(declared());
    }

    /** Returns the members. A type without members of its own has those of another type. */
    List<? extends Member<D, ?>> declared() {
        return members;
    }

    @Override
    public final boolean write(D value, ValueWriter out) {
        return writeDocument(value, null, out);
    }

    /** Writes a document whose older state may be remembered. */
    boolean writeDocument(D value, @Nullable Object remembered, ValueWriter out) {
        write(value, remembered, null, out);
        return true;
    }

    /** Writes a document with the mark of its class, or without one if the mark is null. */
    final void write(D value, @Nullable Object remembered, @Nullable SubtypeMark mark, ValueWriter out) {
        Map<String, AttributeValue> kept = undeclared.of(value);
        MemberWriter map = out.map(members.size() + kept.size() + SubtypeMark.size(mark));
        SubtypeMark.write(mark, map);
        writeDeclared(value, new MemberSink<>(map, remembered == null ? null : declared(remembered)));
        write(kept, mark, map);
        map.end();
    }

    private void writeDeclared(D document, MemberSink<D> out) {
        try {
            write(document, out);
        } catch (InvalidValue | MappingFailed ex) {
            throw ex;
        } catch (Exception ex) {
            Optional<Member<D, ?>> failing = UserCode.firstFailing(members, member -> member.get(document));
            String member = failing.map(Member::name).orElse(null);
            throw MappingFailed.storing(ex).in(toString(), member);
        }
    }

    @Override
    public final D read(ValueReader in) {
        require(in);
        return readDocument(in, null);
    }

    @Override
    public final D read(ValueReader in, Remembered remembered) {
        require(in);
        return readDocument(in, remembered);
    }

    /** Reads a document of what is known to be a map, and remembers it if it is asked to. */
    D readDocument(ValueReader in, @Nullable Remembered remembered) {
        return in instanceof AttributeValueReader stored
                ? read(stored, null, remembered)
                : readInOrder(in.members(), remembered);
    }

    /** Reads a document; the attribute of a mark, which is there and no member, is passed over. */
    final D read(AttributeValueReader in, @Nullable String mark, @Nullable Remembered remembered) {
        AttributeValue whole = in.current();
        Map<String, AttributeValue> stored = whole.m();
        MemberValues<D> values = MemberValues.takenFrom(in);
        @Nullable Object[] kept = remembered == null ? null : new @Nullable Object[members.size()];
        values.begin(in, stored, remembered, kept);
        D document = made(values);
        Map<String, AttributeValue> unknown = Map.of();
        if (stored.size() > values.found() + (mark == null ? 0 : 1)) {
            unknown = new HashMap<>(stored);
            unknown.keySet().removeAll(byName.keySet());
            unknown.remove(mark);
            keep(document, unknown);
        }
        remember(document, values, kept, unknown, remembered);
        in.giveBack(values);
        in.stand(whole);
        return document;
    }

    private D readInOrder(MemberReader map, @Nullable Remembered remembered) {
        MemberValues<D> values = MemberValues.takenFrom(map);
        @Nullable Object[] read = values.begin(members.size(), ABSENT);
        @Nullable Object[] kept = remembered == null ? null : new @Nullable Object[members.size()];
        Map<String, AttributeValue> unknown = Map.of();
        while (map.next()) {
            Member<D, ?> member = byName.get(map.name());
            if (member == null) {
                unknown = unknown.isEmpty() ? new HashMap<>() : unknown;
                unknown.put(map.name(), map.raw());
            } else {
                read[member.ordinal()] = member.read(map, remembered, kept);
            }
        }
        for (Member<D, ?> member : members) {
            if (read[member.ordinal()] == ABSENT) {
                read[member.ordinal()] = member.absent();
            }
        }
        D document = made(values);
        keep(document, unknown);
        remember(document, values, kept, unknown, remembered);
        if (map instanceof Spare spare) {
            spare.giveBack(values);
        }
        return document;
    }

    /** Remembers what was read, but for what the document was not given, which it may have all the same. */
    private void remember(
            D document,
            MemberValues<D> values,
            @Nullable Object @Nullable [] kept,
            Map<String, AttributeValue> unknown,
            @Nullable Remembered remembered) {
        if (remembered == null || kept == null) {
            return;
        }
        if (!values.haveGivenAll(kept.length)) {
            for (Member<D, ?> member : members) {
                if (!values.haveGiven(member)) {
                    kept[member.ordinal()] = member.remember(document);
                }
            }
        }
        if (values.haveGivenInitial()) {
            for (Member<D, ?> member : members) {
                Object stored = kept[member.ordinal()];
                if (member.keepsInitial() && Member.isNothing(stored)) {
                    kept[member.ordinal()] = member.rememberInitial(document, stored);
                }
            }
        }
        remembered.keep(unknown.isEmpty() ? kept : new Kept(kept, unknown));
    }

    private void keep(D document, Map<String, AttributeValue> unknown) {
        if (!unknown.isEmpty()) {
            undeclared.keep(document, unknown);
        }
    }

    private D made(MemberValues<D> values) {
        try {
            D document = create(values);
            values.beginFilling(document);
            fill(document, values);
            return document;
        } catch (InvalidValue | MappingFailed ex) {
            throw ex;
        } catch (Exception ex) {
            String member = values.failedAt(ex);
            throw values.failed(ex, members).in(toString(), member);
        }
    }

    @Override
    public final @Nullable D absent() {
        return null;
    }

    @Override
    public final @Nullable Object remember(@Nullable D value) {
        return value == null ? null : rememberDocument(value);
    }

    Object rememberDocument(D value) {
        @Nullable Object[] kept = new @Nullable Object[members.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = members.get(i).remember(value);
        }
        Map<String, AttributeValue> more = undeclared.of(value);
        return more.isEmpty() ? kept : new Kept(kept, more);
    }

    @Override
    public final @Nullable Object rememberRead(ValueReader in, @Nullable D value) {
        return value == null ? null : rememberReadDocument(in, value);
    }

    Object rememberReadDocument(ValueReader in, D value) {
        @Nullable Object[] kept = new @Nullable Object[members.size()];
        Arrays.fill(kept, ABSENT);
        MemberReader stored = in.members();
        while (stored.next()) {
            Member<D, ?> member = byName.get(stored.name());
            if (member != null) {
                kept[member.ordinal()] = member.rememberRead(value, stored);
            }
        }
        for (Member<D, ?> member : members) {
            if (kept[member.ordinal()] == ABSENT) {
                kept[member.ordinal()] = member.rememberAbsent(value);
            }
        }
        Map<String, AttributeValue> more = undeclared.of(value);
        return more.isEmpty() ? kept : new Kept(kept, more);
    }

    @Override
    public final boolean hasOneForm() {
        // a member without a value may be absent, an explicit NULL, or an empty list
        return false;
    }

    @Override
    int likeness(D value, Object remembered) {
        @Nullable Object[] kept = declared(remembered);
        int same = 0;
        for (Member<D, ?> member : members) {
            Object one = kept[member.ordinal()];
            same += one != null && member.isSame(value, one) ? 1 : 0;
        }
        return same;
    }

    @Override
    final boolean writeOver(D value, @Nullable Object remembered, ValueWriter out) {
        return writeDocument(value, remembered, out);
    }

    @Override
    public final boolean isSame(@Nullable D value, @Nullable Object remembered) {
        if (value == null || remembered == null) {
            return value == null && remembered == null;
        }
        return isSameDocument(value, remembered);
    }

    boolean isSameDocument(D value, Object remembered) {
        @Nullable Object[] kept = declared(remembered);
        for (Member<D, ?> member : members) {
            if (!member.isSame(value, kept[member.ordinal()])) {
                return false;
            }
        }
        return true;
    }

    /** What a baseline keeps of a document that has undeclared members, which never change. */
    private static final class Kept {

        private final @Nullable Object[] members;
        private final Map<String, AttributeValue> undeclared;

        Kept(@Nullable Object[] members, Map<String, AttributeValue> undeclared) {
            this.members = members;
            this.undeclared = undeclared;
        }
    }

    private static @Nullable Object[] declared(Object remembered) {
        return remembered instanceof Kept kept ? kept.members : (@Nullable Object[]) remembered;
    }

    @Override
    void restore(Object remembered, ValueWriter out) {
        restore(remembered, null, out);
    }

    /** Writes the remembered document with the mark of its class. */
    final void restore(Object remembered, @Nullable SubtypeMark mark, ValueWriter out) {
        @Nullable Object[] declared = declared(remembered);
        Map<String, AttributeValue> more = remembered instanceof Kept kept ? kept.undeclared : Map.of();
        MemberWriter map = out.map(members.size() + more.size() + SubtypeMark.size(mark));
        SubtypeMark.write(mark, map);
        for (Member<D, ?> member : members) {
            member.restore(declared[member.ordinal()], map);
        }
        write(more, mark, map);
        map.end();
    }

    private static void write(Map<String, AttributeValue> undeclared, @Nullable SubtypeMark mark, MemberWriter map) {
        undeclared.forEach((name, raw) -> {
            if (mark == null || !name.equals(mark.attribute())) {
                map.name(name);
                map.raw(raw);
            }
        });
    }
}
