package io.bloop.processor;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.RangeKey;
import io.bloop.annotation.Ttl;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/** Reads the columns of a model. */
final class ColumnReader {

    private final Scope scope;

    ColumnReader(Scope scope) {
        this.scope = scope;
    }

    List<ModelColumn> read() {
        List<ModelColumn> columns = members(scope);
        for (ModelColumn column : columns) {
            checkKey(column, HashKey.class, "hash key");
            checkKey(column, RangeKey.class, "range key");
            checkTimeToLive(column);
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

    /** Returns the members of a model or a document with how they are stored and reached. */
    static List<ModelColumn> members(Scope scope) {
        AccessReader access = new AccessReader(scope);
        TypeRegister register = new TypeRegister(scope);
        return new MemberReader(scope)
                .read().stream()
                        .map(member -> new ModelColumn(
                                member, new MarkedType(scope, register, member).read(), access.of(member)))
                        .toList();
    }

    private void checkKey(ModelColumn column, Class<? extends Annotation> annotation, String role) {
        column.type().filter(type -> !type.kind().isScalar()).ifPresent(type -> {
            if (column.mark(annotation).isPresent()) {
                String message = scope.part(column.name()) + " is the " + role + " and stored as "
                        + type.kind().stored() + "; a key is stored as S, N or B: use another type or another column.";
                scope.error(column.spot(annotation), message);
            }
        });
    }

    private void checkTimeToLive(ModelColumn column) {
        Optional<Mark> mark = column.mark(Ttl.class);
        Optional<Kind> kind = column.type().map(StoredType::kind).filter(found -> found != Kind.NUMBER);
        if (mark.isPresent() && kind.isPresent()) {
            String advice = MarkedType.isInstant(column.javaType())
                    ? "use @Timestamp rather than @StoredWith."
                    : "use an Instant, which @Ttl stores as one (@Timestamp).";
            String message = scope.part(column.name()) + " is the time to live and stored as "
                    + kind.get().stored() + ", which has to be a number of epoch seconds; " + advice;
            scope.error(Spot.of(mark.get()), message);
        }
    }
}
