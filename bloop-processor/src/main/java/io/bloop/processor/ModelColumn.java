package io.bloop.processor;

import io.bloop.annotation.Column;
import io.bloop.annotation.Created;
import io.bloop.annotation.CreatedBy;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.Modified;
import io.bloop.annotation.ModifiedBy;
import io.bloop.annotation.RangeKey;
import io.bloop.annotation.Version;
import io.bloop.rule.internal.ColumnFacts;
import io.bloop.rule.internal.ManagedColumn;
import java.lang.annotation.Annotation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A column of an annotated model.
 *
 * @param member what it is in the class
 * @param type how it is stored; empty where that is one of the mistakes
 * @param access how the definition reaches it
 * @param form the template that makes it a key; empty where a member is the column
 */
record ModelColumn(Member member, Optional<StoredType> type, Access access, Optional<KeyForm> form) {

    ModelColumn(Member member, Optional<StoredType> type, Access access) {
        this(member, type, access, Optional.empty());
    }

    /** Returns the column of a name. */
    static Optional<ModelColumn> named(List<ModelColumn> columns, String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Tells whether objects are given its value when they are read. */
    boolean isRead() {
        return form.isEmpty() && !member.isComputed();
    }

    String name() {
        return member.name();
    }

    /** Spells what is stored of an object. */
    String get(Imports imports, String object) {
        String value = access.get(object);
        return conversion()
                .map(conversion -> conversion.toStored(imports, value, 0))
                .orElse(value);
    }

    /** Spells the assignment of a stored value to an object. */
    String set(Imports imports, String object, String value) {
        return access.set(object, member(imports, value));
    }

    /** Spells what the member has of a stored value. */
    String member(Imports imports, String value) {
        return conversion()
                .map(conversion -> conversion.toMember(imports, value, 0))
                .orElse(value);
    }

    /** Tells whether the member is an optional, which is never null. */
    boolean isOptional() {
        return TypeNames.held(javaType()).isPresent();
    }

    private Optional<Conversion> conversion() {
        return type.flatMap(StoredType::conversion);
    }

    /** Returns the Java type of the values that are stored. */
    TypeMirror storedType() {
        return conversion().isPresent() ? type.orElseThrow().value() : javaType();
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

    Optional<AnnotationUse> mark(Class<? extends Annotation> annotation) {
        return member.marks().get(annotation);
    }

    Spot spot() {
        return form.map(KeyForm::spot).orElseGet(() -> Spot.of(member.element()));
    }

    Spot spot(Class<? extends Annotation> annotation) {
        return mark(annotation).map(Spot::of).orElseGet(this::spot);
    }

    /** Returns what the engine writes to the column, in the order of the stamps, with the annotations that say so. */
    Map<ManagedColumn, AnnotationUse> stamps() {
        Map<ManagedColumn, AnnotationUse> stamps = new EnumMap<>(ManagedColumn.class);
        mark(Version.class).ifPresent(mark -> stamps.put(ManagedColumn.VERSION, mark));
        mark(Created.class).ifPresent(mark -> stamps.put(ManagedColumn.CREATED, mark));
        mark(Modified.class).ifPresent(mark -> stamps.put(ManagedColumn.MODIFIED, mark));
        mark(CreatedBy.class).ifPresent(mark -> stamps.put(ManagedColumn.CREATED_BY, mark));
        mark(ModifiedBy.class).ifPresent(mark -> stamps.put(ManagedColumn.MODIFIED_BY, mark));
        return stamps;
    }

    /** Returns what the rules have to know of the column as one of a model. */
    ColumnFacts facts(TypeElement model) {
        return new ColumnFacts(
                name(),
                storedName(),
                isHashKey(),
                isRangeKey(),
                TypeNames.erased(javaType()),
                stamps().keySet(),
                source(model));
    }

    /** Returns the superclass or the interface that the column is from, or that gives it its role or its name. */
    private @Nullable String source(TypeElement model) {
        return Stream.of(
                        Stream.of(member.element()),
                        Stream.of(HashKey.class, RangeKey.class, Column.class)
                                .flatMap(type -> mark(type).stream())
                                .map(AnnotationUse::element))
                .flatMap(elements -> elements)
                .map(Element::getEnclosingElement)
                .filter(owner -> !owner.equals(model))
                .map(owner -> owner.getSimpleName().toString())
                .findFirst()
                .orElse(null);
    }
}
