package io.bloop.bulk.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.bulk.BulkFailed;
import io.bloop.bulk.BulkProgress;
import io.bloop.model.Key;
import io.bloop.request.Target;
import io.bloop.write.internal.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Writes many objects, each by its own request, so that conditions hold; together they are not atomic.
 *
 * <p>For the engine; users call its templates, which say what each method does. Serves one call, and is not
 * thread-safe.
 *
 * @param <T> the class of the objects
 */
public final class EachWrite<T> {

    private final String operation;
    private final Function<T, BoundModel<T>> models;
    private final UnaryOperator<T> write;
    private final IntFunction<Executor> threads;
    private final Map<T, T> written = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * Creates a call.
     *
     * @param operation its name
     * @param models finds the model of an object
     * @param write writes one object
     * @param threads returns an executor for the most requests at once
     */
    public EachWrite(
            String operation,
            Function<T, BoundModel<T>> models,
            UnaryOperator<T> write,
            IntFunction<Executor> threads) {
        this.operation = operation;
        this.threads = threads;
        this.models = models;
        this.write = write;
    }

    /**
     * Writes objects side by side; after a failure no further one is begun.
     *
     * @param objects the objects; the same one twice counts once
     * @param sideBySide the most requests at once
     * @param watcher is told the progress
     * @return what the writes have returned, in the order of the objects
     * @throws BulkFailed if one has failed, with those that are not known to be written
     */
    public List<T> run(Collection<? extends T> objects, int sideBySide, Consumer<BulkProgress> watcher) {
        Set<T> once = Collections.newSetFromMap(new IdentityHashMap<>());
        List<T> distinct = new ArrayList<>();
        objects.stream().filter(once::add).forEach(distinct::add);
        Target target = Target.joined(distinct.stream()
                .map(object -> models.apply(object).target(null))
                .collect(Collectors.toSet()));
        BulkRun<T> run = new BulkRun<>(operation, target, One::new, threads, watcher);
        Iterator<T> iterator = distinct.iterator();
        run.run(iterator, sideBySide);
        List<T> following = new ArrayList<>();
        iterator.forEachRemaining(following::add);
        run.check(following);
        return objects.stream()
                .<T>map(object -> Objects.requireNonNull(written.get(object)))
                .toList();
    }

    private final class One extends SingleObject<T> {

        @Override
        Write.Identity take(T object) {
            BoundModel<T> bound = models.apply(object);
            Key<T> key = bound.mapping().key(object, bound);
            return new Write.Identity(bound.tableName(), key.attributes());
        }

        @Override
        void write(T object) {
            written.put(object, write.apply(object));
        }
    }
}
