package io.bloop.processor;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.RangeKey;
import io.bloop.annotation.StoredWith;
import io.bloop.annotation.Timestamp;
import io.bloop.annotation.Ttl;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the columns of a model. */
final class ColumnReader {

    private final Scope scope;

    ColumnReader(Scope scope) {
        this.scope = scope;
    }

    List<ModelColumn> read() {
        AccessReader access = new AccessReader(scope);
        List<ModelColumn> columns = new ArrayList<>();
        for (Member member : new MemberReader(scope).read()) {
            ModelColumn column = new ModelColumn(member, type(member), access.of(member));
            checkKey(column, HashKey.class, "hash key");
            checkKey(column, RangeKey.class, "range key");
            checkTimeToLive(column);
            columns.add(column);
        }
        List<ModelColumn> expiring = columns.stream()
                .filter(column -> column.mark(Ttl.class).isPresent())
                .toList();
        if (expiring.size() > 1) {
            String names = expiring.stream().map(ModelColumn::name).toList().toString();
            Spot last = expiring.get(expiring.size() - 1).spot(Ttl.class);
            scope.error(last, "Columns " + names + " are all marked with @Ttl; keep one.");
        }
        return columns;
    }

    private Optional<StoredType> type(Member member) {
        Optional<Mark> storedWith = member.marks().get(StoredWith.class);
        Optional<Mark> timestamp = member.marks().get(Timestamp.class);
        boolean isInstant = isInstant(member.type());
        if (timestamp.isPresent() && storedWith.isPresent()) {
            String message = "Column '" + member.name() + "' is marked with both @Timestamp and @StoredWith; keep one.";
            scope.error(Spot.of(timestamp.get()), message);
        } else if (timestamp.isPresent() && !isInstant) {
            String message = "Column '" + member.name() + "' is marked with @Timestamp and a "
                    + TypeNames.simple(member.type()) + "; declare it as an Instant, or take @Timestamp away.";
            scope.error(Spot.of(timestamp.get()), message);
        }
        if (storedWith.isPresent()) {
            return new StoredWithReader(scope, member, storedWith.get()).read();
        }
        if (isInstant && (timestamp.isPresent() || member.marks().has(Ttl.class))) {
            return Optional.of(Scalars.stored(Kind.NUMBER, member.type(), "TIMESTAMP"));
        }
        return new TypeReader(scope, member).read();
    }

    private static boolean isInstant(TypeMirror type) {
        return type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.time.Instant");
    }

    private void checkKey(ModelColumn column, Class<? extends Annotation> annotation, String role) {
        column.type().filter(type -> !type.kind().isScalar()).ifPresent(type -> {
            if (column.mark(annotation).isPresent()) {
                String message = "Column '" + column.name() + "' is the " + role + " and stored as "
                        + type.kind().stored() + "; a key is stored as S, N or B: use another type or another column.";
                scope.error(column.spot(annotation), message);
            }
        });
    }

    private void checkTimeToLive(ModelColumn column) {
        Optional<Mark> mark = column.mark(Ttl.class);
        Optional<Kind> kind = column.type().map(StoredType::kind).filter(found -> found != Kind.NUMBER);
        if (mark.isPresent() && kind.isPresent()) {
            String advice = isInstant(column.javaType())
                    ? "use @Timestamp rather than @StoredWith."
                    : "use an Instant, which @Ttl stores as one (@Timestamp).";
            String message = "Column '" + column.name() + "' is the time to live and stored as "
                    + kind.get().stored() + ", which has to be a number of epoch seconds; " + advice;
            scope.error(Spot.of(mark.get()), message);
        }
    }
}
