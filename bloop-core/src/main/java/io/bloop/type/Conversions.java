package io.bloop.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns what members hold into the sets, lists and maps that columns store, and back: queues and arrays into lists, and
 * sets and maps into sorted ones or those of enums.
 *
 * <p>For the getters and setters of columns and members, such as in {@code column("waiting",
 * listOf(STRING)).getter(one -> Conversions.list(one.waiting)).setter((one, v) -> one.waiting = Conversions.deque(v))};
 * generated definitions do the same. Null stays null. Stateless and thread-safe.
 *
 * @since 0.1.0
 */
public final class Conversions {

    private Conversions() {}

    /**
     * Converts a value that may be null.
     *
     * @param <A> what it is
     * @param <B> what it becomes
     * @param value the value
     * @param function converts it
     * @return the result; null for null
     */
    public static <A, B> @Nullable B of(@Nullable A value, Function<? super A, ? extends @Nullable B> function) {
        return value == null ? null : function.apply(value);
    }

    /**
     * Returns the value of an optional.
     *
     * @param <V> the class of the value
     * @param value the optional
     * @return the value, or null
     */
    public static <V> @Nullable V value(@Nullable Optional<? extends V> value) {
        return value == null ? null : value.orElse(null);
    }

    /**
     * Returns a collection as a list.
     *
     * @param <E> the class of the elements
     * @param values the collection
     * @return itself where it is a list, else a list of its elements in their order
     */
    public static <E> @Nullable List<E> list(@Nullable Collection<E> values) {
        return values == null || values instanceof List<E> ? (List<E>) values : new ArrayList<>(values);
    }

    /**
     * Returns an array as a list.
     *
     * @param <E> the class of the elements
     * @param values the array
     * @return a list of its elements
     */
    public static <E> @Nullable List<E> list(E @Nullable [] values) {
        return values == null ? null : Arrays.asList(values);
    }

    /**
     * Returns an array as a list.
     *
     * @param values the array
     * @return a list of its elements
     */
    public static @Nullable List<Integer> list(int @Nullable [] values) {
        if (values == null) {
            return null;
        }
        List<Integer> list = new ArrayList<>(values.length);
        for (int one : values) {
            list.add(one);
        }
        return list;
    }

    /**
     * Returns a list as an array.
     *
     * @param values the list
     * @return the array
     * @throws InvalidValue if an element is null
     */
    public static int @Nullable [] ints(@Nullable List<Integer> values) {
        if (values == null) {
            return null;
        }
        int[] array = new int[values.size()];
        int i = 0;
        for (Integer one : values) {
            array[i++] = present(one, "int[]");
        }
        return array;
    }

    /**
     * Returns an array as a list.
     *
     * @param values the array
     * @return a list of its elements
     */
    public static @Nullable List<Long> list(long @Nullable [] values) {
        if (values == null) {
            return null;
        }
        List<Long> list = new ArrayList<>(values.length);
        for (long one : values) {
            list.add(one);
        }
        return list;
    }

    /**
     * Returns a list as an array.
     *
     * @param values the list
     * @return the array
     * @throws InvalidValue if an element is null
     */
    public static long @Nullable [] longs(@Nullable List<Long> values) {
        if (values == null) {
            return null;
        }
        long[] array = new long[values.size()];
        int i = 0;
        for (Long one : values) {
            array[i++] = present(one, "long[]");
        }
        return array;
    }

    /**
     * Returns an array as a list.
     *
     * @param values the array
     * @return a list of its elements
     */
    public static @Nullable List<Short> list(short @Nullable [] values) {
        if (values == null) {
            return null;
        }
        List<Short> list = new ArrayList<>(values.length);
        for (short one : values) {
            list.add(one);
        }
        return list;
    }

    /**
     * Returns a list as an array.
     *
     * @param values the list
     * @return the array
     * @throws InvalidValue if an element is null
     */
    public static short @Nullable [] shorts(@Nullable List<Short> values) {
        if (values == null) {
            return null;
        }
        short[] array = new short[values.size()];
        int i = 0;
        for (Short one : values) {
            array[i++] = present(one, "short[]");
        }
        return array;
    }

    /**
     * Returns an array as a list.
     *
     * @param values the array
     * @return a list of its elements
     */
    public static @Nullable List<Double> list(double @Nullable [] values) {
        if (values == null) {
            return null;
        }
        List<Double> list = new ArrayList<>(values.length);
        for (double one : values) {
            list.add(one);
        }
        return list;
    }

    /**
     * Returns a list as an array.
     *
     * @param values the list
     * @return the array
     * @throws InvalidValue if an element is null
     */
    public static double @Nullable [] doubles(@Nullable List<Double> values) {
        if (values == null) {
            return null;
        }
        double[] array = new double[values.size()];
        int i = 0;
        for (Double one : values) {
            array[i++] = present(one, "double[]");
        }
        return array;
    }

    /**
     * Returns an array as a list.
     *
     * @param values the array
     * @return a list of its elements
     */
    public static @Nullable List<Float> list(float @Nullable [] values) {
        if (values == null) {
            return null;
        }
        List<Float> list = new ArrayList<>(values.length);
        for (float one : values) {
            list.add(one);
        }
        return list;
    }

    /**
     * Returns a list as an array.
     *
     * @param values the list
     * @return the array
     * @throws InvalidValue if an element is null
     */
    public static float @Nullable [] floats(@Nullable List<Float> values) {
        if (values == null) {
            return null;
        }
        float[] array = new float[values.size()];
        int i = 0;
        for (Float one : values) {
            array[i++] = present(one, "float[]");
        }
        return array;
    }

    /**
     * Returns an array as a list.
     *
     * @param values the array
     * @return a list of its elements
     */
    public static @Nullable List<Boolean> list(boolean @Nullable [] values) {
        if (values == null) {
            return null;
        }
        List<Boolean> list = new ArrayList<>(values.length);
        for (boolean one : values) {
            list.add(one);
        }
        return list;
    }

    /**
     * Returns a list as an array.
     *
     * @param values the list
     * @return the array
     * @throws InvalidValue if an element is null
     */
    public static boolean @Nullable [] booleans(@Nullable List<Boolean> values) {
        if (values == null) {
            return null;
        }
        boolean[] array = new boolean[values.size()];
        int i = 0;
        for (Boolean one : values) {
            array[i++] = present(one, "boolean[]");
        }
        return array;
    }

    private static <V> V present(@Nullable V value, String array) {
        if (value == null) {
            throw InvalidValue.unreadable(array + " without null elements", "a null element", null);
        }
        return value;
    }

    /**
     * Returns a list as an array.
     *
     * @param <E> the class of the elements
     * @param values the list
     * @param array makes an array, such as {@code String[]::new}
     * @return the array
     */
    public static <E> E @Nullable [] array(@Nullable List<E> values, IntFunction<E[]> array) {
        return values == null ? null : values.toArray(array);
    }

    /**
     * Returns a list as a queue that is read and written at both ends.
     *
     * @param <E> the class of the elements
     * @param values the list
     * @return a new queue, which may hold null
     */
    public static <E> @Nullable Deque<E> deque(@Nullable List<E> values) {
        return values == null ? null : new LinkedList<>(values);
    }

    /**
     * Returns a set in the order of its elements.
     *
     * @param <E> the class of the elements, which have an order
     * @param values the set
     * @return a new set
     * @throws InvalidValue if elements that are not equal have the same place in the order
     */
    public static <E> @Nullable NavigableSet<E> sorted(@Nullable Set<E> values) {
        if (values == null) {
            return null;
        }
        NavigableSet<E> sorted =
                values instanceof java.util.SortedSet<E> ordered ? new TreeSet<>(ordered) : new TreeSet<>(values);
        requireAll(values.size(), sorted.size(), "set");
        return sorted;
    }

    /**
     * Returns a map in the order of its keys.
     *
     * @param <K> the class of the keys, which have an order
     * @param <E> the class of the values
     * @param values the map
     * @return a new map
     * @throws InvalidValue if keys that are not equal have the same place in the order
     */
    public static <K, E> @Nullable NavigableMap<K, E> sorted(@Nullable Map<K, E> values) {
        if (values == null) {
            return null;
        }
        NavigableMap<K, E> sorted = new TreeMap<>(values);
        requireAll(values.size(), sorted.size(), "map");
        return sorted;
    }

    /** Refuses to lose what is not told apart by its order, such as 1.0 and 1.00. */
    private static void requireAll(int expected, int actual, String what) {
        if (expected != actual) {
            throw InvalidValue.unreadable(
                    "a sorted " + what + " of " + expected, "two that have the same place in the order", null);
        }
    }

    /**
     * Returns a set of constants as one that is made for them.
     *
     * @param <E> the enum
     * @param type its class
     * @param values the set
     * @return a new set
     */
    public static <E extends Enum<E>> @Nullable EnumSet<E> enums(Class<E> type, @Nullable Set<E> values) {
        if (values == null) {
            return null;
        }
        EnumSet<E> enums = EnumSet.noneOf(type);
        enums.addAll(values);
        return enums;
    }

    /**
     * Returns a map from constants as one that is made for them.
     *
     * @param <K> the enum
     * @param <E> the class of the values
     * @param type the class of the enum
     * @param values the map
     * @return a new map
     */
    public static <K extends Enum<K>, E> @Nullable EnumMap<K, E> enums(Class<K> type, @Nullable Map<K, E> values) {
        if (values == null) {
            return null;
        }
        EnumMap<K, E> enums = new EnumMap<>(type);
        enums.putAll(values);
        return enums;
    }

    /**
     * Converts each element of a list.
     *
     * @param <A> what they are
     * @param <B> what they become
     * @param values the list
     * @param function converts an element, which may be null
     * @return a new list
     */
    @SuppressWarnings("NullAway") // elements are null where the caller's were
    public static <A, B> @Nullable List<B> each(@Nullable List<A> values, Function<? super A, ? extends B> function) {
        if (values == null) {
            return null;
        }
        List<B> converted = new ArrayList<>(values.size());
        values.forEach(one -> converted.add(function.apply(one)));
        return converted;
    }

    /**
     * Converts each element of a set.
     *
     * @param <A> what they are
     * @param <B> what they become
     * @param values the set
     * @param function converts an element
     * @return a new set, in the order of the old one
     */
    public static <A, B> @Nullable Set<B> each(@Nullable Set<A> values, Function<? super A, ? extends B> function) {
        if (values == null) {
            return null;
        }
        Set<B> converted = new LinkedHashSet<>();
        values.forEach(one -> converted.add(function.apply(one)));
        return converted;
    }

    /**
     * Converts each value of a map.
     *
     * @param <K> the class of the keys
     * @param <A> what the values are
     * @param <B> what they become
     * @param values the map
     * @param function converts a value, which may be null
     * @return a new map, in the order of the old one
     */
    public static <K, A, B> @Nullable Map<K, B> each(
            @Nullable Map<K, A> values, Function<? super A, ? extends B> function) {
        if (values == null) {
            return null;
        }
        Map<K, B> converted = new LinkedHashMap<>();
        values.forEach((key, one) -> converted.put(key, function.apply(one)));
        return converted;
    }
}
