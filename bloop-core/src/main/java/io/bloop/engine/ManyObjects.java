package io.bloop.engine;

import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.bulk.internal.EachWrite;
import io.bloop.read.Consistency;
import io.bloop.read.MissingObjects;
import io.bloop.read.internal.Reads;
import io.bloop.request.Target;
import io.bloop.transaction.internal.Models;
import io.bloop.write.WriteOptions;
import io.bloop.write.internal.Writes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** Reads and writes objects of several models. */
final class ManyObjects {

    private static final int SIDE_BY_SIDE = 4;

    private final Engine engine;
    private final Models models;

    ManyObjects(Engine engine, Models models) {
        this.engine = engine;
        this.models = models;
    }

    List<Object> saveEach(Collection<?> objects) {
        return each("saveEach", objects, object -> writes(object).save(object, WriteOptions.none()));
    }

    List<Object> deleteEach(Collection<?> objects) {
        return each("deleteEach", objects, object -> writes(object).delete(object, WriteOptions.none()));
    }

    /** Returns the writes of an object's model. */
    <T> Writes<T> writes(T object) {
        return new Writes<>(engine.requests(), models.of(object));
    }

    private List<Object> each(String operation, Collection<?> objects, UnaryOperator<Object> write) {
        requireObjects(operation, objects);
        return new EachWrite<Object>(operation, models::of, write, this::threads)
                .run(objects, SIDE_BY_SIDE, progress -> {});
    }

    private Executor threads(int most) {
        return engine.requests().tasks().executor("bloop-bulk-", most, null);
    }

    private static void requireObjects(String operation, Collection<?> objects) {
        String method = operation + "()";
        InvalidArgument.required(objects, method, "objects", "a collection of objects")
                .forEach(object -> InvalidArgument.required(object, method, "objects", "an object of a bound model"));
    }

    List<Object> loadAll(Collection<?> objects, Consistency consistency) {
        requireObjects("loadAll", objects);
        InvalidArgument.required(consistency, "loadAll()", "consistency", "EVENTUAL or STRONG");
        Map<BoundModel<Object>, List<Object>> byModel = new LinkedHashMap<>();
        for (Object object : objects) {
            byModel.computeIfAbsent(models.of(object), model -> new ArrayList<>())
                    .add(object);
        }
        Map<Object, Object> loaded = new IdentityHashMap<>();
        List<MissingObjects> missing = new ArrayList<>();
        byModel.forEach((model, wanted) -> {
            try {
                List<Object> found = new Reads<>(engine.requests(), model).loadAll(wanted, consistency);
                for (int i = 0; i < wanted.size(); i++) {
                    loaded.put(wanted.get(i), found.get(i));
                }
            } catch (MissingObjects ex) {
                missing.add(ex);
            }
        });
        if (!missing.isEmpty()) {
            throw joined(missing);
        }
        return objects.stream()
                .map(object -> Objects.requireNonNull(loaded.get(object)))
                .toList();
    }

    private static MissingObjects joined(List<MissingObjects> missing) {
        return new MissingObjects(
                Target.joined(missing.stream().map(MissingObjects::target).toList()),
                missing.stream().flatMap(one -> one.objects().stream()).toList(),
                missing.stream().flatMap(one -> one.keys().stream()).toList());
    }
}
