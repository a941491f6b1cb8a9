package io.bloop.type;

import io.bloop.type.internal.Spare;
import io.bloop.type.internal.UserCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Holds the members of one stored map while a document is made of it.
 *
 * <p>Not thread-safe, and not valid after the document was made.
 *
 * @param <D> the class of the document
 * @since 0.1.0
 */
public final class MemberValues<D> {

    /** Stands for the initial value of a member, which is not known before a document is there. */
    static final Object INITIAL = new Object();

    private static final Object[] NONE = {};

    private @Nullable AttributeValueReader in;
    private Map<String, AttributeValue> stored = Map.of();
    private @Nullable Remembered remembered;
    private @Nullable Object @Nullable [] kept;
    private @Nullable Object[] values = NONE;
    private long found;
    private long given;
    private @Nullable Member<D, ?> last;
    private boolean lastIsNull;
    private boolean filling;
    private long replaced;
    private @Nullable D initial;
    private boolean makesInitial;
    private boolean gaveInitial;

    private MemberValues() {}

    /** Takes those with which a reader has made the document before, so that one object makes all of a list. */
    @SuppressWarnings("unchecked") // they hold nothing of that document
    static <D> MemberValues<D> takenFrom(Object reader) {
        return reader instanceof Spare spare && spare.take() instanceof MemberValues<?> used
                ? (MemberValues<D>) used
                : new MemberValues<>();
    }

    /**
     * Begins with another stored map, whose members are read as they are asked for.
     *
     * @param remembered takes what is remembered of a member; null where nothing is
     * @param kept takes what is remembered of each member, at its ordinal
     */
    void begin(
            AttributeValueReader in,
            Map<String, AttributeValue> map,
            @Nullable Remembered remembered,
            @Nullable Object @Nullable [] kept) {
        begin();
        this.in = in;
        this.stored = map;
        this.remembered = remembered;
        this.kept = kept;
    }

    /** Begins with members that were read in the order in which they were stored; returns where to put them. */
    @Nullable
    Object[] begin(int members, Object absent) {
        begin();
        values = values.length < members ? new @Nullable Object[members] : values;
        Arrays.fill(values, 0, members, absent);
        return values;
    }

    private void begin() {
        found = 0;
        given = 0;
        last = null;
        filling = false;
        replaced = 0;
        initial = null;
        makesInitial = false;
        gaveInitial = false;
    }

    /**
     * Returns a member's value.
     *
     * @param <V> the Java type of the values
     * @param member a member of the document
     * @return the value; null, an empty collection or what {@code orElse} has set where the member is absent
     */
    @SuppressWarnings("unchecked") // values stand at the ordinal of the member whose type has read them
    public <V> @Nullable V get(Member<D, V> member) {
        V value = in == null ? (V) values[member.ordinal()] : read(member, in);
        if (member.ordinal() < Long.SIZE) {
            given |= 1L << member.ordinal();
        }
        if (value == INITIAL) {
            value = initial(member);
        }
        last = member;
        lastIsNull = value == null;
        return value;
    }

    /**
     * Returns a member's value for a constructor that takes no null.
     *
     * @param <V> the Java type of the values
     * @param member a member of the document
     * @return the value
     * @throws MappingFailed if the member is absent and its type has nothing else for that
     */
    public <V> V required(Member<D, V> member) {
        V value = get(member);
        if (value == null) {
            throw MappingFailed.missing(member.name()).in(member.document().toString(), member.name());
        }
        return value;
    }

    private <V> @Nullable V initial(Member<D, V> member) {
        gaveInitial = true;
        if (initial == null) {
            if (makesInitial) {
                throw new InvalidType(
                        member.document().toString(),
                        "keeps the initial value of '" + member.name()
                                + "', and create() asks for it; override createInitial() to make a document without it.");
            }
            makesInitial = true;
            initial = member.document().createInitial(this);
        }
        return member.get(initial);
    }

    private <V> @Nullable V read(Member<D, V> member, AttributeValueReader in) {
        AttributeValue value = stored.get(member.name());
        if (value == null) {
            return member.absent();
        }
        if (member.ordinal() < Long.SIZE) {
            found |= 1L << member.ordinal();
        }
        in.stand(value);
        return member.read(in, remembered, kept);
    }

    /** Tells whether each of some first members was asked for; false tells nothing where they are many. */
    boolean haveGivenAll(int members) {
        return Long.bitCount(given) == members;
    }

    boolean haveGiven(Member<D, ?> member) {
        return member.ordinal() < Long.SIZE && (given & 1L << member.ordinal()) != 0;
    }

    /** Tells whether a member was asked for that has its initial value. */
    boolean haveGivenInitial() {
        return gaveInitial;
    }

    /** Returns at most as many as there are members in the stored map that were asked for. */
    int found() {
        return Long.bitCount(found);
    }

    /**
     * Returns a member's value, or another where there is none.
     *
     * @param <V> the Java type of the values
     * @param member a member of the document
     * @param absent what to return where the member is absent
     * @return the value
     */
    public <V> V get(Member<D, V> member, V absent) {
        V value = get(member);
        if (value != null) {
            return value;
        }
        if (member.ordinal() < Long.SIZE) {
            replaced |= 1L << member.ordinal();
        }
        lastIsNull = false;
        return absent;
    }

    /** Takes note that the document has been made, and is given its values one after another now. */
    void beginFilling(D made) {
        filling = true;
        initial = initial == null ? made : initial;
        last = null;
    }

    private @Nullable Member<D, ?> failing(Exception failure) {
        return filling || lastIsNull && UserCode.failedAtNullOf(failure, MemberValues.class, "get") ? last : null;
    }

    /** Returns the name of the member at whose value the document's code has failed; null where nothing tells. */
    @Nullable
    String failedAt(Exception failure) {
        Member<D, ?> failing = failing(failure);
        return failing == null ? null : failing.name();
    }

    /** Makes an exception of a failure of the document's code. */
    MappingFailed failed(Exception failure, List<Member<D, ?>> members) {
        Member<D, ?> known = failing(failure);
        boolean knownIsNull = lastIsNull;
        List<String> nulls = new ArrayList<>();
        for (Member<D, ?> member : members) {
            boolean isNull = known == null ? isNull(member) : knownIsNull && member == known;
            if (isNull) {
                nulls.add(member.name());
            }
        }
        return MappingFailed.reading(nulls, List.of(), failure);
    }

    private boolean isNull(Member<D, ?> member) {
        if (member.ordinal() < Long.SIZE && (replaced & 1L << member.ordinal()) != 0) {
            return false;
        }
        try {
            return (in == null ? values[member.ordinal()] : read(member, in)) == null;
        } catch (InvalidValue | MappingFailed ex) {
            return false;
        }
    }
}
