package io.bloop.type;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each element of a list the element of the remembered list that it has come from.
 *
 * <p>Unchanged elements are found first, at their own index or else in order, and then for each changed one the element
 * that it is most like. Where so many have moved or changed that comparing each with each would take long, an element is
 * compared with the one at its own index only.
 */
final class Alignment<E> {

    private static final int NONE = -1;
    private static final long MOST_PAIRS = 250_000;

    private final Type<E> type;
    private final List<E> list;
    private final @Nullable Object[] kept;
    private final int[] origins;
    private final boolean[] taken;

    private Alignment(Type<E> type, List<E> list, @Nullable Object[] kept) {
        this.type = type;
        this.list = list;
        this.kept = kept;
        this.origins = new int[list.size()];
        this.taken = new boolean[kept.length];
    }

    /** Returns what is remembered of each element; null for a new one. */
    static <E> @Nullable Object[] of(Type<E> type, List<E> list, @Nullable Object[] kept) {
        Alignment<E> alignment = new Alignment<>(type, list, kept);
        alignment.run();
        return alignment.origins();
    }

    private void run() {
        Arrays.fill(origins, NONE);
        for (int i = 0; i < Math.min(origins.length, kept.length); i++) {
            if (Members.isSame(type, list.get(i), kept[i])) {
                take(i, i);
            }
        }
        if (pairs() > MOST_PAIRS) {
            findLike(index -> mostLike(list.get(index), index, Math.min(index + 1, kept.length)));
        } else {
            findMoved();
            findLike(index -> mostLike(list.get(index), 0, kept.length));
        }
    }

    /** Returns how many comparisons it takes to compare each element that is left with each that is free. */
    private long pairs() {
        long left = IntStream.of(origins).filter(origin -> origin == NONE).count();
        return left * (kept.length - (origins.length - left));
    }

    private void findMoved() {
        for (int i = 0; i < origins.length; i++) {
            for (int j = 0; origins[i] == NONE && j < kept.length; j++) {
                if (!taken[j] && Members.isSame(type, list.get(i), kept[j])) {
                    take(i, j);
                }
            }
        }
    }

    private void findLike(IntUnaryOperator likest) {
        for (int i = 0; i < origins.length; i++) {
            int like = origins[i] == NONE ? likest.applyAsInt(i) : NONE;
            if (like != NONE) {
                take(i, like);
            }
        }
    }

    private int mostLike(@Nullable E element, int from, int to) {
        int found = NONE;
        int most = 0;
        for (int j = from; element != null && j < to; j++) {
            Object remembered = kept[j];
            boolean isFree = !taken[j] && remembered != null && type.javaType().isInstance(element);
            int likeness = isFree ? type.likeness(element, Objects.requireNonNull(remembered)) : 0;
            if (likeness > most) {
                most = likeness;
                found = j;
            }
        }
        return found;
    }

    private void take(int now, int before) {
        origins[now] = before;
        taken[before] = true;
    }

    private @Nullable Object[] origins() {
        @Nullable Object[] remembered = new @Nullable Object[origins.length];
        for (int i = 0; i < origins.length; i++) {
            remembered[i] = origins[i] == NONE ? null : kept[origins[i]];
        }
        return remembered;
    }
}
