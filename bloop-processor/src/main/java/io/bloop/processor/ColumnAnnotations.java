package io.bloop.processor;

import io.bloop.annotation.Column;
import io.bloop.annotation.Computed;
import io.bloop.annotation.Created;
import io.bloop.annotation.CreatedBy;
import io.bloop.annotation.Default;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.Ignored;
import io.bloop.annotation.KeepInitial;
import io.bloop.annotation.KeyOnly;
import io.bloop.annotation.Modified;
import io.bloop.annotation.ModifiedBy;
import io.bloop.annotation.RangeKey;
import io.bloop.annotation.StoredWith;
import io.bloop.annotation.Timestamp;
import io.bloop.annotation.Ttl;
import io.bloop.annotation.Version;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/** The annotations of one column, one of each type. */
record ColumnAnnotations(Map<Class<? extends Annotation>, AnnotationUse> byType) {

    private static final List<Class<? extends Annotation>> OF_COLUMNS = List.of(
            HashKey.class,
            RangeKey.class,
            Column.class,
            Version.class,
            Created.class,
            Modified.class,
            CreatedBy.class,
            ModifiedBy.class,
            Ttl.class,
            Timestamp.class,
            Ignored.class,
            StoredWith.class,
            Default.class,
            KeepInitial.class,
            Computed.class,
            KeyOnly.class);

    /** Returns the annotations on an element itself. */
    static ColumnAnnotations on(Element element) {
        Map<Class<? extends Annotation>, AnnotationUse> found = new LinkedHashMap<>();
        OF_COLUMNS.forEach(type -> AnnotationUse.find(element, type).ifPresent(mark -> found.put(type, mark)));
        return new ColumnAnnotations(found);
    }

    Optional<AnnotationUse> get(Class<? extends Annotation> type) {
        return Optional.ofNullable(byType.get(type));
    }

    boolean has(Class<? extends Annotation> type) {
        return byType.containsKey(type);
    }

    /** Returns the first one. */
    AnnotationUse first() {
        return byType.values().iterator().next();
    }

    /** Returns the first one that is of another type. */
    Optional<AnnotationUse> other(Class<? extends Annotation> type) {
        return byType.values().stream().filter(mark -> !mark.is(type)).findFirst();
    }

    boolean isEmpty() {
        return byType.isEmpty();
    }
}
