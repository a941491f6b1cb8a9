package io.bloop.processor;

import io.bloop.Suggestion;
import io.bloop.annotation.Computed;
import io.bloop.annotation.Default;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.RangeKey;
import io.bloop.annotation.Ttl;
import io.bloop.rule.internal.ComputedFacts;
import io.bloop.rule.internal.ManagedColumn;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;

/** Reads the columns of a model. */
final class ColumnReader {

    private final ModelContext scope;

    ColumnReader(ModelContext scope) {
        this.scope = scope;
    }

    List<ModelColumn> read() {
        List<ModelColumn> columns = members(scope);
        for (ModelColumn column : columns) {
            checkKey(column, HashKey.class, "hash key");
            checkKey(column, RangeKey.class, "range key");
            checkTimeToLive(column);
            column.stamps().forEach((stamp, mark) -> checkStamp(column, stamp, mark));
        }
        columns.forEach(column -> column.mark(Computed.class).ifPresent(mark -> checkComputed(columns, column, mark)));
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
    static List<ModelColumn> members(ModelContext scope) {
        AccessReader access = new AccessReader(scope);
        TypeRegister register = new TypeRegister(scope);
        List<ModelColumn> columns = new MemberReader(scope)
                .read().stream()
                        .map(member -> new ModelColumn(
                                member, new AnnotatedType(scope, register, member).read(), access.of(member)))
                        .toList();
        register.checkUse();
        columns.forEach(column -> DefaultValue.check(scope, column));
        InitialReader.check(scope, columns);
        return columns;
    }

    private void checkComputed(List<ModelColumn> columns, ModelColumn column, AnnotationUse mark) {
        if (mark.elements("from").isEmpty()) {
            scope.error(Spot.of(mark, "from"), ComputedFacts.noInputs(column.name()));
        }
        for (AnnotationValue value : mark.elements("from")) {
            String name = String.valueOf(value.getValue());
            Optional<ModelColumn> input = ModelColumn.named(columns, name);
            if (input.isEmpty() && !scope.isAbstract()) {
                List<String> known = columns.stream().map(ModelColumn::name).toList();
                scope.error(
                        Spot.of(mark, value),
                        scope.part(column.name()) + " is computed from '" + name + "', and " + scope.name()
                                + " has no such column. " + Suggestion.sentence(name, known));
            }
            input.map(found -> new ComputedFacts(
                                    name,
                                    found.member().isComputed(),
                                    !found.stamps().isEmpty())
                            .problem(column.name()))
                    .ifPresent(problem -> scope.error(Spot.of(mark, value), problem));
        }
        column.stamps().values().forEach(stamp -> scope.error(Spot.of(stamp), ComputedFacts.stamped(column.name())));
        column.mark(Default.class)
                .ifPresent(other -> scope.error(
                        Spot.of(other),
                        scope.part(column.name()) + " is computed, and " + other
                                + " has no effect on it; take one of the two away."));
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

    /** Finds types that fit a stamp, which the rules check, and that store it in another form than it needs. */
    private void checkStamp(ModelColumn column, ManagedColumn stamp, AnnotationUse mark) {
        List<Kind> possible = stamp == ManagedColumn.VERSION ? List.of(Kind.NUMBER) : List.of(Kind.NUMBER, Kind.STRING);
        Optional<Kind> kind = column.type().map(StoredType::kind).filter(found -> !possible.contains(found));
        if (kind.isPresent() && stamp.fits(TypeNames.erased(column.javaType()))) {
            String wanted = stamp == ManagedColumn.VERSION ? "N" : "S or N";
            String message = scope.part(column.name()) + " is marked with " + mark + " and stored as "
                    + kind.get().stored() + "; store it as " + wanted + ", as it is without a type of your own.";
            scope.error(Spot.of(mark), message);
        }
    }

    private void checkTimeToLive(ModelColumn column) {
        Optional<AnnotationUse> mark = column.mark(Ttl.class);
        Optional<Kind> kind = column.type().map(StoredType::kind).filter(found -> found != Kind.NUMBER);
        if (mark.isPresent() && kind.isPresent()) {
            String advice = AnnotatedType.isInstant(column.javaType())
                    ? "use @Timestamp rather than @StoredWith."
                    : "use an Instant, which @Ttl stores as one (@Timestamp).";
            String message = scope.part(column.name()) + " is the time to live and stored as "
                    + kind.get().stored() + ", which has to be a number of epoch seconds; " + advice;
            scope.error(Spot.of(mark.get()), message);
        }
    }
}
