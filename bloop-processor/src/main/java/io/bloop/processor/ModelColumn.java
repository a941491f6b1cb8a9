package io.bloop.processor;

import io.bloop.annotation.Column;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.RangeKey;
import io.bloop.rule.ColumnFacts;
import java.lang.annotation.Annotation;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * Is a column of an annotated model.
 *
 * @param member what it is in the class
 * @param type how it is stored; empty where that is one of the mistakes
 * @param access how the definition reaches it
 */
record ModelColumn(Member member, Optional<StoredType> type, Access access) {

    String name() {
        return member.name();
    }

    TypeMirror javaType() {
        return member.type();
    }

    String storedName() {
        return mark(Column.class).flatMap(mark -> mark.text("value")).orElse(name());
    }

    boolean isHashKey() {
        return mark(HashKey.class).isPresent();
    }

    boolean isRangeKey() {
        return mark(RangeKey.class).isPresent();
    }

    Optional<Mark> mark(Class<? extends Annotation> annotation) {
        return member.marks().get(annotation);
    }

    Spot spot() {
        return Spot.of(member.element());
    }

    Spot spot(Class<? extends Annotation> annotation) {
        return mark(annotation).map(Spot::of).orElseGet(this::spot);
    }

    ColumnFacts facts() {
        return new ColumnFacts(name(), storedName(), isHashKey(), isRangeKey());
    }
}
