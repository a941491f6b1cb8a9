package io.bloop.boot.observation;

import io.bloop.request.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the tables of a target. */
final class Tables {

    private Tables() {}

    static List<String> all(Target target) {
        return target.parts().isEmpty()
                ? List.of(target.table())
                : target.parts().stream().map(Target::table).distinct().toList();
    }

    /** Returns the only table; null where there are several. */
    static @Nullable String single(Target target) {
        List<String> tables = all(target);
        return tables.size() == 1 ? tables.get(0) : null;
    }
}
