package io.bloop.processor;

import io.bloop.annotation.Column;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.RangeKey;
import io.bloop.annotation.Ttl;
import io.bloop.rule.internal.ColumnFacts;
import io.bloop.rule.internal.IndexFacts;
import io.bloop.rule.internal.ModelRules;
import io.bloop.rule.internal.Problem;
import io.bloop.rule.internal.ServiceLimits;
import io.bloop.rule.internal.Vocabulary;
import java.util.List;

/** Holds an annotated model against the rules that hand-written definitions keep too. */
final class RuleCheck {

    private final ParsedModel parsed;
    private final ModelContext scope;

    private RuleCheck(ParsedModel parsed) {
        this.parsed = parsed;
        this.scope = parsed.scope();
    }

    static void check(ParsedModel parsed) {
        new RuleCheck(parsed).check();
    }

    private void check() {
        List<ColumnFacts> columns = parsed.columns().stream()
                .map(column -> column.facts(scope.model()))
                .toList();
        List<IndexFacts> indexes = parsed.indexes().stream()
                .map(index -> index.facts(scope.model()))
                .toList();
        List<String> timesToLive = parsed.columns().stream()
                .filter(column -> column.mark(Ttl.class).isPresent())
                .map(ModelColumn::name)
                .toList();
        ModelRules rules = new ModelRules(Vocabulary.ANNOTATIONS, columns, this::report);
        rules.keys(scope.isAbstract());
        rules.stamps();
        timesToLive.forEach(rules::timeToLive);
        rules.names(indexes);
        for (int i = 0; i < indexes.size(); i++) {
            rules.index(i, indexes.get(i), scope.isAbstract());
        }
        rules.table(parsed.table().facts());
        parsed.claim()
                .filter(claim -> !scope.isAbstract())
                .ifPresent(claim -> rules.discriminator(claim.attribute(), claim.values()));
        rules.billing(indexes, parsed.table().facts());
        new ServiceLimits(columns, this::report)
                .check(
                        indexes,
                        parsed.indexes().stream().map(ModelIndex::included).toList(),
                        timesToLive.stream().findFirst().orElse(null));
    }

    private void report(Problem problem) {
        scope.error(spot(problem), problem.message());
    }

    private Spot spot(Problem problem) {
        if (problem.detail() == Problem.Detail.CLAIM && parsed.claim().isPresent()) {
            return Spot.of(parsed.claim().get().mark());
        }
        return switch (problem.place()) {
            case COLUMN -> column(parsed.columns().get(problem.ordinal()), problem.detail());
            case INDEX -> index(parsed.indexes().get(problem.ordinal()).mark(), problem.detail());
            case TABLE ->
                parsed.table()
                        .mark()
                        .map(mark -> Spot.of(mark, member(problem.detail())))
                        .orElseGet(() -> Spot.of(scope.model()));
            case MODEL ->
                AnnotationUse.find(scope.model(), Model.class).map(Spot::of).orElseGet(() -> Spot.of(scope.model()));
        };
    }

    private static Spot column(ModelColumn column, Problem.Detail detail) {
        return switch (detail) {
            case HASH_KEY -> column.spot(HashKey.class);
            case RANGE_KEY -> column.spot(RangeKey.class);
            case STORED_NAME ->
                column.mark(Column.class).map(mark -> Spot.of(mark, "value")).orElseGet(column::spot);
            case STAMP ->
                column.stamps().values().stream().findFirst().map(Spot::of).orElseGet(column::spot);
            default -> column.spot();
        };
    }

    private static Spot index(AnnotationUse mark, Problem.Detail detail) {
        boolean isRenamed = mark.value("storedAs").isPresent();
        String member = detail == Problem.Detail.STORED_NAME && !isRenamed ? "name" : member(detail);
        return Spot.of(mark, member);
    }

    private static String member(Problem.Detail detail) {
        return switch (detail) {
            case NAME -> "name";
            case STORED_NAME -> "storedAs";
            case HASH_KEY -> "hashKey";
            case RANGE_KEY -> "rangeKey";
            case PROJECTION -> "projection";
            case READ_UNITS -> "readUnits";
            case WRITE_UNITS -> "writeUnits";
            case MAXIMUM_READ_UNITS -> "maximumReadUnits";
            case MAXIMUM_WRITE_UNITS -> "maximumWriteUnits";
            case WARM_READ_UNITS -> "warmReadUnits";
            case WARM_WRITE_UNITS -> "warmWriteUnits";
            case TAGS -> "tags";
            case WHOLE, STAMP, CLAIM -> "";
        };
    }
}
