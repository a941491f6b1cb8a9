package io.bloop.processor;

import io.bloop.annotation.KeyOnly;
import io.bloop.rule.internal.TemplateText;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds columns that are marked as a part of the table's key alone, and are none, or more than that. */
final class KeyOnlyCheck {

    private KeyOnlyCheck() {}

    static void check(ParsedModel parsed) {
        ModelContext scope = parsed.scope();
        Set<String> parts = parsed.columns().stream()
                .filter(column -> column.isHashKey() || column.isRangeKey())
                .flatMap(column -> column.form().stream())
                .flatMap(form -> form.text().parts().stream())
                .map(TemplateText.Part::name)
                .collect(Collectors.toSet());
        Set<String> indexKeys = parsed.indexes().stream()
                .flatMap(index -> Stream.concat(index.hashKeys().stream(), index.rangeKeys().stream()))
                .map(ModelColumn::name)
                .collect(Collectors.toSet());
        for (ModelColumn column : parsed.columns()) {
            column.mark(KeyOnly.class).ifPresent(mark -> {
                String what = scope.part(column.name()) + " is marked with @KeyOnly, ";
                if (column.isHashKey()
                        || column.isRangeKey()
                        || column.member().isComputed()
                        || indexKeys.contains(column.name())) {
                    scope.error(
                            Spot.of(mark),
                            what + "and is itself a key, or computed; take the annotation away, so that it has an "
                                    + "attribute.");
                } else if (!parts.contains(column.name()) && !scope.isAbstract()) {
                    scope.error(
                            Spot.of(mark),
                            what
                                    + "and no template of the table's keys names it, so that its value would be lost; name it "
                                    + "in one, or take the annotation away.");
                }
            });
        }
    }
}
