package io.bloop.type;

import io.bloop.BloopException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signals that code of an application threw while an object was read or stored: a constructor, a setter, a getter, or a
 * method of a definition; or that nothing is stored for a member that cannot be null.
 *
 * <p>What that code threw is the cause. An exception of a function of a {@link StringType}, {@link NumberType} or
 * {@link BinaryType} is an {@link InvalidValue} instead. Immutable.
 *
 * @since 0.1.0
 */
public final class MappingFailed extends BloopException {

    private static final long serialVersionUID = 1L;

    private final boolean reading;

    @SuppressWarnings("serial") // of strings and immutable lists of them, which are serializable
    private final Place place;

    /** Where it happened, as far as that is known. */
    private record Place(
            @Nullable String model,
            @Nullable String key,
            @Nullable String column,
            @Nullable String document,
            @Nullable String member,
            List<String> absent,
            List<String> notLoaded)
            implements java.io.Serializable {}

    private MappingFailed(boolean reading, Place place, @Nullable Throwable cause) {
        super(message(reading, place, cause), cause);
        this.reading = reading;
        this.place = place;
    }

    /**
     * Creates an exception for an object that could not be read.
     *
     * @param absent the names of the columns that were given null because nothing is stored there
     * @param notLoaded the names of the columns that were given null because the request did not load them
     * @param cause what the application's code threw
     * @return an exception that does not know yet which object it was
     */
    public static MappingFailed reading(List<String> absent, List<String> notLoaded, Throwable cause) {
        Place place = new Place(null, null, null, null, null, List.copyOf(absent), List.copyOf(notLoaded));
        return new MappingFailed(true, place, cause);
    }

    /**
     * Creates an exception for an object that cannot be made, since nothing is stored for what cannot be null.
     *
     * @param name the name of the column, or of the member of a document
     * @return an exception without a cause, which does not know yet which object it was
     */
    public static MappingFailed missing(String name) {
        return new MappingFailed(true, new Place(null, null, null, null, null, List.of(name), List.of()), null);
    }

    /**
     * Creates an exception for an object that could not be stored.
     *
     * @param cause what the application's code threw
     * @return an exception that does not know yet which object it was
     */
    public static MappingFailed storing(Throwable cause) {
        return new MappingFailed(false, new Place(null, null, null, null, null, List.of(), List.of()), cause);
    }

    /** Returns this exception with the document, and the member of it where that is known. */
    MappingFailed in(String document, @Nullable String member) {
        Place inside = new Place(null, null, null, document, member, place.absent, place.notLoaded);
        return moved(inside);
    }

    /**
     * Returns this exception with the place of the object.
     *
     * @param model the model's name
     * @param key the key of the object, printed
     * @param column the column's name, or null where it is not known
     * @return an exception whose message names the place; this one where it names a place already
     */
    public MappingFailed at(String model, String key, @Nullable String column) {
        return place.model != null
                ? this
                : moved(new Place(model, key, column, place.document, place.member, place.absent, place.notLoaded));
    }

    private MappingFailed moved(Place to) {
        MappingFailed moved = new MappingFailed(reading, to, getCause());
        moved.setStackTrace(getStackTrace());
        return moved;
    }

    private static String message(boolean reading, Place place, @Nullable Throwable cause) {
        String object = place.model == null ? "a value" : String.valueOf(place.key);
        String what = place.column == null ? object : place.model + "." + place.column + " of " + object;
        // the message already names the missing value with its class
        String member = place.member == null || cause == null ? "" : "." + place.member;
        String document = place.document == null ? "" : " in " + place.document + member;
        if (cause == null) {
            return "Cannot read " + what + ": nothing is stored for " + String.join(", ", place.absent) + document
                    + ", which cannot be null; make it nullable, or give it a value for that with @Default.";
        }
        boolean isKnown = place.absent.isEmpty() && place.notLoaded.isEmpty();
        return "Cannot " + (reading ? "read " : "store ") + what + ": the application's code threw "
                + cause.getClass().getName() + document + (isKnown ? "; see the cause." : "." + nulls(place));
    }

    private static String nulls(Place place) {
        String absent = place.absent.isEmpty()
                ? ""
                : " Nothing is stored for " + String.join(", ", place.absent)
                        + ": accept null there, or give the type a value for an absent attribute with orElse().";
        return place.notLoaded.isEmpty()
                ? absent
                : absent + " The request did not load " + String.join(", ", place.notLoaded)
                        + ": accept null there, or select it too.";
    }

    /**
     * Tells whether an item was being read.
     *
     * @return false if an object was being stored
     */
    public boolean isReading() {
        return reading;
    }

    /**
     * Returns the model's name.
     *
     * @return the name, or null where it is not known
     */
    public @Nullable String model() {
        return place.model;
    }

    /**
     * Returns the object's key, printed.
     *
     * @return the key, or null where it is not known
     */
    public @Nullable String key() {
        return place.key;
    }

    /**
     * Returns the column's name.
     *
     * @return the name, or null where it is not known
     */
    public @Nullable String column() {
        return place.column;
    }

    /**
     * Returns the name of the document in the column whose code has thrown.
     *
     * @return the simple name of the class, or null where it was no document's
     */
    public @Nullable String document() {
        return place.document;
    }

    /**
     * Returns the member of the document.
     *
     * @return the member's name in the stored map, or null where it is not known
     */
    public @Nullable String member() {
        return place.member;
    }

    /**
     * Returns the columns, or the members of the document, that were null because nothing is stored there.
     *
     * @return the names; a null that was refused is among them
     */
    public List<String> absent() {
        return place.absent;
    }

    /**
     * Returns the columns that were null because the request did not load them.
     *
     * @return the names
     */
    public List<String> notLoaded() {
        return place.notLoaded;
    }
}
