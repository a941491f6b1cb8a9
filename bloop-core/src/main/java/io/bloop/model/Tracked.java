package io.bloop.model;

/**
 * An object that remembers what was loaded or last saved, so that saving writes only what has changed.
 *
 * <p>{@link BaseModel} is the convenient way to be tracked. A class that already has a superclass keeps one field:
 *
 * <pre>{@code
 * private final transient Baseline baseline = new Baseline();
 *
 * public Baseline baseline() {
 *     return baseline;
 * }
 * }</pre>
 *
 * <p>Deserialising leaves a transient field null: a class that is {@link java.io.Serializable} makes its baseline when
 * it is asked for first, like {@link BaseModel}.
 *
 * @since 0.1.0
 */
public interface Tracked {

    /**
     * Returns what the library remembers of this object.
     *
     * @return the same baseline at every call
     */
    Baseline baseline();
}
