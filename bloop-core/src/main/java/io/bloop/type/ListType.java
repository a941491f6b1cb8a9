package io.bloop.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stores a list as L.
 *
 * <p>Empty lists are stored; a null element is stored as NULL, and read back as null. An absent attribute loads as
 * an empty list. Lists that were loaded may be changed. Immutable and thread-safe.
 *
 * @param <E> the Java type of the elements
 * @since 0.1.0
 */
public final class ListType<E> extends Type<List<E>> {

    /** How many elements most lists have at most. */
    private static final int FEW = 4;

    private final Type<E> element;

    ListType(Type<E> element) {
        super("List<" + element + ">", List.class, Tag.L);
        this.element = element;
    }

    /**
     * Returns the type of the elements.
     *
     * @return any type
     */
    public Type<E> element() {
        return element;
    }

    @Override
    public boolean write(List<E> value, ValueWriter out) {
        MemberWriter members = out.list(value.size());
        for (E one : value) {
            Members.write(element, one, members);
        }
        members.end();
        return true;
    }

    @Override
    public boolean isLike(Type<?> other) {
        return other instanceof ListType<?> list && element.isLike(list.element);
    }

    @Override
    public boolean isStoredAs(Type<?> other) {
        return other instanceof ListType<?> list ? element.isStoredAs(list.element) : super.isStoredAs(other);
    }

    @Override
    @SuppressWarnings("NullAway") // the elements are null where the caller's were
    public List<E> read(ValueReader in) {
        require(in);
        if (in instanceof AttributeValueReader stored) {
            return read(stored);
        }
        List<E> result = new ArrayList<>();
        MemberReader members = in.members();
        while (members.next()) {
            result.add(Members.read(element, members));
        }
        return result;
    }

    @SuppressWarnings("NullAway") // as above
    private List<E> read(AttributeValueReader in) {
        AttributeValue whole = in.current();
        List<AttributeValue> stored = whole.l();
        List<E> result = new ArrayList<>(stored.size());
        for (int i = 0; i < stored.size(); i++) {
            in.stand(stored.get(i));
            result.add(Members.read(element, in));
        }
        in.stand(whole);
        return result;
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public List<E> read(ValueReader in, Remembered remembered) {
        require(in);
        return in instanceof AttributeValueReader stored ? read(stored, remembered) : readInOrder(in, remembered);
    }

    @SuppressWarnings("NullAway") // as above
    private List<E> read(AttributeValueReader in, Remembered remembered) {
        AttributeValue whole = in.current();
        List<AttributeValue> stored = whole.l();
        List<E> result = new ArrayList<>(stored.size());
        @Nullable Object[] kept = new @Nullable Object[stored.size()];
        for (int i = 0; i < kept.length; i++) {
            in.stand(stored.get(i));
            result.add(Members.read(element, in, remembered));
            kept[i] = remembered.kept();
        }
        in.stand(whole);
        remembered.keep(kept);
        return result;
    }

    @SuppressWarnings("NullAway") // as above
    private List<E> readInOrder(ValueReader in, Remembered remembered) {
        List<E> result = new ArrayList<>();
        @Nullable Object[] kept = new @Nullable Object[FEW];
        MemberReader members = in.members();
        while (members.next()) {
            int size = result.size();
            result.add(Members.read(element, members, remembered));
            kept = size < kept.length ? kept : Arrays.copyOf(kept, size * 2);
            kept[size] = remembered.kept();
        }
        remembered.keep(kept.length == result.size() ? kept : Arrays.copyOf(kept, result.size()));
        return result;
    }

    @Override
    public List<E> absent() {
        return new ArrayList<>();
    }

    @Override
    public @Nullable List<E> unloaded() {
        return null;
    }

    @Override
    public @Nullable Object remember(@Nullable List<E> value) {
        if (value == null) {
            return null;
        }
        return Members.remember(element, value);
    }

    @Override
    public @Nullable Object rememberRead(ValueReader in, @Nullable List<E> value) {
        if (value == null || element.hasOneForm()) {
            return remember(value);
        }
        @Nullable Object[] kept = new @Nullable Object[value.size()];
        MemberReader stored = in.members();
        for (int i = 0; i < kept.length && stored.next(); i++) {
            kept[i] = Members.rememberRead(element, stored, value.get(i));
        }
        return kept;
    }

    @Override
    public boolean hasOneForm() {
        return element.hasOneForm();
    }

    @Override
    boolean writeOver(List<E> value, @Nullable Object remembered, ValueWriter out) {
        if (!(remembered instanceof @Nullable Object[] kept) || element.hasOneForm()) {
            return write(value, out);
        }
        @Nullable Object[] origins = Alignment.of(element, value, kept);
        MemberWriter members = out.list(value.size());
        int i = 0;
        for (E one : value) {
            Members.rewrite(element, one, origins[i++], members);
        }
        members.end();
        return true;
    }

    @Override
    int likeness(List<E> value, Object remembered) {
        int same = 0;
        for (Object origin : Alignment.of(element, value, (@Nullable Object[]) remembered)) {
            same += origin == null ? 0 : 1;
        }
        return same;
    }

    @Override
    public boolean isSame(@Nullable List<E> value, @Nullable Object remembered) {
        if (value == null || !(remembered instanceof @Nullable Object[] kept)) {
            return (value == null || value.isEmpty()) && remembered == null;
        }
        if (value.size() != kept.length) {
            return false;
        }
        int i = 0;
        for (E one : value) {
            if (!Members.isSame(element, one, kept[i++])) {
                return false;
            }
        }
        return true;
    }

    @Override
    void restore(Object remembered, ValueWriter out) {
        @Nullable Object[] kept = (@Nullable Object[]) remembered;
        MemberWriter members = out.list(kept.length);
        for (Object one : kept) {
            Members.restore(element, one, members);
        }
        members.end();
    }
}
