package io.bloop.processor;

import io.bloop.annotation.KeyOnly;
import io.bloop.rule.internal.KeyOnlyFacts;
import io.bloop.rule.internal.TemplateText;
import io.bloop.rule.internal.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds columns that are marked as a part of the table's key alone, and are none, or more than that. */
final class KeyOnlyCheck {

    private KeyOnlyCheck() {}

    static void check(ParsedModel parsed) {
        ModelContext scope = parsed.scope();
        List<TemplateText.Part> parts = parsed.columns().stream()
                .filter(column -> column.isHashKey() || column.isRangeKey())
                .flatMap(column -> column.form().stream())
                .flatMap(form -> form.text().parts().stream())
                .toList();
        Set<String> indexKeys = parsed.indexes().stream()
                .flatMap(index -> Stream.concat(index.hashKeys().stream(), index.rangeKeys().stream()))
                .map(ModelColumn::name)
                .collect(Collectors.toSet());
        for (ModelColumn column : parsed.columns()) {
            column.mark(KeyOnly.class).ifPresent(mark -> {
                List<TemplateText.Part> own = parts.stream()
                        .filter(part -> part.name().equals(column.name()))
                        .toList();
                KeyOnlyFacts facts = new KeyOnlyFacts(
                        column.name(),
                        column.isHashKey()
                                || column.isRangeKey()
                                || column.member().isComputed()
                                || indexKeys.contains(column.name()),
                        scope.isAbstract() || !own.isEmpty(),
                        own.isEmpty() || own.stream().anyMatch(part -> !part.isLossy()));
                Optional.ofNullable(facts.problem(Vocabulary.ANNOTATIONS))
                        .ifPresent(problem -> scope.error(Spot.of(mark), problem));
            });
        }
    }
}
