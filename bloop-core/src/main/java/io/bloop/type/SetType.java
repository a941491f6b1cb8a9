package io.bloop.type;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stores a set as SS, NS or BS.
 *
 * <p>DynamoDB has no empty set: an empty set removes the attribute, and an absent attribute loads as an empty set.
 * Sets that were loaded may be changed. Immutable and thread-safe.
 *
 * @param <E> the Java type of the elements
 * @since 0.1.0
 */
public final class SetType<E> extends Type<Set<E>> {

    private final Type<E> element;

    SetType(Type<E> element, Tag tag) {
        super("Set<" + element + ">", Set.class, tag);
        this.element = element;
    }

    /**
     * Returns the type of the elements.
     *
     * @return a type that is backed by S, N or B
     */
    public Type<E> element() {
        return element;
    }

    @Override
    public boolean write(Set<E> value, ValueWriter out) {
        if (value.isEmpty()) {
            return false;
        }
        if (element instanceof BinaryType<E> binary) {
            out.binaries(binaries(value, binary).values());
        } else if (element instanceof TextType<E> text && tag() == Tag.NS) {
            out.numbers(distinct(texts(value, text)));
        } else if (element instanceof TextType<E> text) {
            out.strings(strings(value, text));
        }
        return true;
    }

    @SuppressWarnings("unchecked") // strings are stored as they are
    private Collection<String> strings(Set<E> value, TextType<E> type) {
        if (type != Types.STRING) {
            return texts(value, type);
        }
        for (E one : value) {
            type.requireClass(required(one));
        }
        return (Set<String>) value;
    }

    private Set<String> texts(Set<E> value, TextType<E> type) {
        Set<String> texts = new LinkedHashSet<>(value.size() * 4 / 3 + 1);
        for (E one : value) {
            texts.add(required(type.print(checked(one))));
        }
        return texts;
    }

    /** Keeps the first of those that are numerically equal, which DynamoDB refuses as duplicates. */
    private static Collection<String> distinct(Collection<String> texts) {
        Map<String, String> numbers = new LinkedHashMap<>(texts.size() * 4 / 3 + 1);
        for (String text : texts) {
            numbers.putIfAbsent(NumberText.canonical(text), text);
        }
        return numbers.values();
    }

    private Map<ByteBuffer, byte[]> binaries(Set<E> value, BinaryType<E> type) {
        Map<ByteBuffer, byte[]> binaries = new LinkedHashMap<>(value.size() * 4 / 3 + 1);
        for (E one : value) {
            byte[] bytes = required(type.print(checked(one)));
            binaries.put(ByteBuffer.wrap(bytes), bytes);
        }
        return binaries;
    }

    private E checked(@Nullable E value) {
        E present = required(value);
        element.requireClass(present);
        return present;
    }

    private <X> X required(@Nullable X dumped) {
        if (dumped == null) {
            throw InvalidValue.unstorable(this + " without null elements", "a null element");
        }
        return dumped;
    }

    /** Returns a set type of elements of any type. */
    static <E> SetType<E> ofAny(Type<E> element) {
        return switch (element.tag()) {
            case S -> new SetType<>(element, Tag.SS);
            case N -> new SetType<>(element, Tag.NS);
            case B -> new SetType<>(element, Tag.BS);
            default ->
                throw new InvalidType(
                        "Set<" + element + ">",
                        "has elements that are stored as " + element.tag()
                                + ", and DynamoDB has sets of S, N and B; store " + "a list.");
        };
    }

    @Override
    public boolean isLike(Type<?> other) {
        return other instanceof SetType<?> set && element.isLike(set.element);
    }

    @Override
    public boolean isStoredAs(Type<?> other) {
        return other instanceof SetType<?> set ? element.isStoredAs(set.element) : super.isStoredAs(other);
    }

    @Override
    public Set<E> read(ValueReader in) {
        require(in);
        if (element instanceof TextType<E> text) {
            List<String> texts = in.texts();
            Set<E> result = new LinkedHashSet<>(texts.size() * 4 / 3 + 1);
            for (int i = 0; i < texts.size(); i++) {
                add(result, text.parse(texts.get(i)));
            }
            return result;
        }
        Set<E> result = absent();
        if (element instanceof BinaryType<E> binary) {
            for (byte[] bytes : in.binaries()) {
                add(result, binary.parse(bytes));
            }
        }
        return result;
    }

    private static <E> void add(Set<E> set, @Nullable E value) {
        if (value != null) {
            set.add(value);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // a comparator of byte arrays, where the elements are byte arrays
    public Set<E> absent() {
        return element.javaType() == byte[].class
                ? (Set<E>) new TreeSet<byte[]>(Arrays::compare)
                : new LinkedHashSet<>();
    }

    @Override
    public @Nullable Set<E> unloaded() {
        return null;
    }

    @Override
    public @Nullable Object remember(@Nullable Set<E> value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return Members.remember(element, value);
    }

    @Override
    public @Nullable Object rememberRead(ValueReader in, @Nullable Set<E> value) {
        if (value == null || value.isEmpty() || element.hasOneForm()) {
            return remember(value);
        }
        AttributeValue set = in.raw();
        List<AttributeValue> stored = tag() == Tag.BS
                ? set.bs().stream().map(AttributeValue::createB).toList()
                : set.ss().stream().map(AttributeValue::createS).toList();
        List<@Nullable Object> kept = new ArrayList<>();
        for (AttributeValue one : stored) {
            AttributeValueReader reader = AttributeValueReader.ofValue(one);
            kept.add(element.rememberRead(reader, element.read(reader)));
        }
        return kept.toArray();
    }

    @Override
    public boolean hasOneForm() {
        return element.hasOneForm();
    }

    @Override
    int likeness(Set<E> value, Object remembered) {
        Set<@Nullable Object> both = elements(remember(value));
        both.retainAll(elements(remembered));
        return both.size();
    }

    @Override
    boolean writeOver(Set<E> value, @Nullable Object remembered, ValueWriter out) {
        if (value.isEmpty() || !(remembered instanceof @Nullable Object[] kept) || element.hasOneForm()) {
            return write(value, out);
        }
        List<@Nullable Object> next = new ArrayList<>();
        Set<@Nullable Object> present = elements(remember(checked(value)));
        Set<@Nullable Object> before = elements(kept);
        for (Object one : kept) {
            if (present.contains(comparable(one))) {
                next.add(one);
            }
        }
        for (E one : value) {
            Object now = element.remember(one);
            if (!before.contains(comparable(now))) {
                next.add(now);
            }
        }
        restore(next.toArray(), out);
        return true;
    }

    /** Requires elements that a set can hold. */
    private Set<E> checked(Set<E> value) {
        for (E one : value) {
            checked(one);
        }
        return value;
    }

    @Override
    public boolean isSame(@Nullable Set<E> value, @Nullable Object remembered) {
        if (value == null || value.isEmpty() || !(remembered instanceof @Nullable Object[] kept)) {
            return (value == null || value.isEmpty()) && remembered == null;
        }
        // not by size alone: elements that differ in Java may be stored alike, such as byte arrays of the same bytes
        return isInOrder(value, kept) || Objects.equals(elements(remember(value)), elements(kept));
    }

    /** Compares as long as nothing has moved, which needs nothing new. */
    private boolean isInOrder(Set<E> value, @Nullable Object[] kept) {
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

    private static Set<@Nullable Object> elements(@Nullable Object remembered) {
        Set<@Nullable Object> elements = new HashSet<>();
        if (remembered instanceof @Nullable Object[] kept) {
            for (Object one : kept) {
                elements.add(comparable(one));
            }
        }
        return elements;
    }

    /** Returns what is remembered of an element as something that is equal for equal elements, whatever their form. */
    private static @Nullable Object comparable(@Nullable Object remembered) {
        Object value = StoredForm.valueOf(remembered);
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }

    @Override
    void restore(Object remembered, ValueWriter out) {
        List<Object> kept = Stream.of((@Nullable Object[]) remembered)
                .<Object>mapMulti((one, next) -> {
                    if (one != null) {
                        next.accept(one);
                    }
                })
                .toList();
        if (element instanceof TextType<E> text) {
            List<String> texts = kept.stream().map(text::remembered).distinct().toList();
            if (tag() == Tag.NS) {
                out.numbers(distinct(texts));
            } else {
                out.strings(texts);
            }
        } else {
            Map<ByteBuffer, byte[]> binaries = new LinkedHashMap<>();
            for (Object one : kept) {
                byte[] bytes = (byte[]) (one instanceof StoredForm form ? form.raw() : one);
                binaries.put(ByteBuffer.wrap(bytes), bytes);
            }
            out.binaries(binaries.values());
        }
    }
}
