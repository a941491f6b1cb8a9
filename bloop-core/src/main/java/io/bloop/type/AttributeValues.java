package io.bloop.type;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Connects types with the SDK's attribute values.
 *
 * <p>Stateless and thread-safe.
 *
 * @since 0.1.0
 */
public final class AttributeValues {

    static final AttributeValue NULL = AttributeValue.createNul(true);
    static final AttributeValue TRUE = AttributeValue.createBool(true);
    static final AttributeValue FALSE = AttributeValue.createBool(false);

    private AttributeValues() {}

    /**
     * Dumps a value.
     *
     * @param <V> the Java type
     * @param type how the value is stored
     * @param value the value, or null
     * @return the attribute value, or null where there is nothing to store
     * @throws InvalidValue if the type cannot hold the value
     */
    public static <V> @Nullable AttributeValue dump(Type<V> type, @Nullable V value) {
        return new Dumper().dump(type, value);
    }

    /**
     * Dumps a value in the form in which it was stored, where it has not changed since it was read.
     *
     * @param <V> the Java type
     * @param type how the value is stored
     * @param value the value, or null
     * @param remembered what {@link Type#rememberRead} has returned, or null
     * @return the stored form of the value that was read; null where the value is another one, or the type would write
     *     the same form
     */
    public static <V> @Nullable AttributeValue storedForm(
            Type<V> type, @Nullable V value, @Nullable Object remembered) {
        return remembered instanceof StoredForm && type.isSame(value, remembered)
                ? dumpRemembered(type, remembered)
                : null;
    }

    /**
     * Dumps a value whose older state is remembered.
     *
     * @param <V> the Java type
     * @param type how the value is stored
     * @param value the value, or null
     * @param remembered what {@link Type#rememberRead} has returned, or null
     * @return the attribute value, in which what has not changed has the form in which it was stored; null where there is
     *     nothing to store
     * @throws InvalidValue if the type cannot hold the value
     */
    public static <V> @Nullable AttributeValue dump(Type<V> type, @Nullable V value, @Nullable Object remembered) {
        return new Dumper().dump(type, value, remembered);
    }

    /**
     * Writes a value whose older state may be remembered.
     *
     * @param <V> the Java type
     * @param type how the value is stored
     * @param value the value, or null
     * @param remembered what {@link Type#rememberRead} has returned; null to write all in the form of the type
     * @param out takes the value, in which what has not changed has the form in which it was stored
     * @return false if there is nothing to store; then nothing was written
     * @throws InvalidValue if the type cannot hold the value
     */
    public static <V> boolean write(Type<V> type, @Nullable V value, @Nullable Object remembered, ValueWriter out) {
        return value != null && type.rewrite(value, remembered, out);
    }

    /**
     * Tells whether something is remembered of a value that the type would not write in the form in which it was stored.
     *
     * @param type how the value is stored
     * @param remembered what {@link Type#rememberRead} has returned, or null
     * @return false if it is certain that the type writes an unchanged value as it was stored
     */
    public static boolean mayHaveForms(Type<?> type, @Nullable Object remembered) {
        boolean isPlain = type instanceof TextType<?> || type instanceof BinaryType<?>;
        return remembered instanceof StoredForm || remembered != null && !isPlain && !type.hasOneForm();
    }

    /**
     * Tells whether {@link Type#remember} returns of each value that the type has just written what {@link
     * Type#rememberRead} would.
     *
     * @param type how the value is stored
     * @return false for documents, whose members may be absent or NULL, and for types with a function of their own, which may
     *     write the same value in another form each time
     */
    public static boolean areRememberedAlone(Type<?> type) {
        return type.hasOneForm() || type instanceof TextType<?> text && text.isImmutable();
    }

    /**
     * Returns what a baseline keeps of a value that is stored now, with its form.
     *
     * @param <V> the Java type
     * @param type how the value is stored
     * @param value the value
     * @param stored the attribute value that was written
     * @return what to keep
     */
    public static <V> @Nullable Object remember(Type<V> type, @Nullable V value, AttributeValue stored) {
        return type.rememberRead(AttributeValueReader.ofValue(stored), value);
    }

    /**
     * Dumps what a baseline has kept of a value.
     *
     * @param type how the value is stored
     * @param remembered what {@link Type#remember} has returned, or null
     * @return the attribute value as it was when it was remembered, or null where there was nothing to store
     */
    public static @Nullable AttributeValue dumpRemembered(Type<?> type, @Nullable Object remembered) {
        if (remembered == null) {
            return null;
        }
        AttributeValueWriter out = new AttributeValueWriter();
        type.restore(remembered, out);
        return out.result();
    }

    /**
     * Dumps the prefix of a binary value.
     *
     * @param type how the whole value is stored
     * @param prefix the first bytes: of the value itself where it is stored as base64, else of its stored form
     * @return how the stored form begins; several possibilities where the prefix ends inside of a base64 digit
     */
    public static List<AttributeValue> prefixes(BinaryType<?> type, byte[] prefix) {
        List<byte[]> beginnings = type.isBase64() ? Base64Prefix.of(prefix) : List.of(prefix);
        return beginnings.stream()
                .map(bytes -> AttributeValue.createB(SdkBytes.fromByteArray(bytes)))
                .toList();
    }

    /**
     * Loads a value.
     *
     * @param <V> the Java type
     * @param type how the value is stored
     * @param value the attribute value, or null where the attribute is absent
     * @return the value; what the type makes of an absent attribute where there is none or an explicit NULL
     * @throws InvalidValue if the type cannot read what is stored
     */
    public static <V> @Nullable V load(Type<V> type, @Nullable AttributeValue value) {
        if (value == null || value.type() == AttributeValue.Type.NUL) {
            return type.absent();
        }
        return type.read(AttributeValueReader.ofValue(value));
    }

    /**
     * Brings a value into the form that DynamoDB gives back where it is part of a key: numbers in plain digits
     * without zeros that say nothing, {@code 1.5} for {@code 1.50}.
     *
     * @param value the attribute value
     * @return an attribute value that equals those of equal keys
     */
    public static AttributeValue normalized(AttributeValue value) {
        String number = value.n();
        if (number == null) {
            return value;
        }
        String canonical = NumberText.canonical(number);
        return canonical.equals(number) ? value : AttributeValue.createN(canonical);
    }

    /**
     * Tells whether DynamoDB takes two values for the same: numbers by their size, sets without their order.
     *
     * @param one an attribute value
     * @param other another
     * @return true if they are the same
     */
    public static boolean areSame(AttributeValue one, AttributeValue other) {
        return SameValues.areSame(one, other);
    }

    /**
     * Returns the data type of a value.
     *
     * @param value the attribute value
     * @return the tag
     */
    public static Tag tag(AttributeValue value) {
        return AttributeValueReader.ofValue(value).tag();
    }

    /**
     * Prints an attribute value in short, for messages: {@code S "curl"}, {@code N 3.14}.
     *
     * @param value the attribute value
     * @return one line
     */
    public static String print(AttributeValue value) {
        return Printed.of(AttributeValueReader.ofValue(value));
    }

    /**
     * Prints the key of an item, for messages: {@code User(id=S "1")}.
     *
     * @param model the model's name
     * @param columns the names of the key columns by attribute
     * @param attributes the attributes of the key, perhaps among others
     * @return one line
     */
    public static String printKey(String model, Map<String, String> columns, Map<String, AttributeValue> attributes) {
        StringJoiner key = new StringJoiner(", ", model + "(", ")");
        columns.forEach((attribute, column) -> {
            AttributeValue value = attributes.get(attribute);
            key.add(column + "=" + (value == null ? "nothing" : print(value)));
        });
        return key.toString();
    }
}
