package io.bloop.processor;

import io.bloop.annotation.Table;
import io.bloop.rule.internal.TableFacts;
import io.bloop.rule.internal.ThroughputFacts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;

/**
 * The settings that an annotated model wants of its table.
 *
 * @param mark the annotation, if there is one
 * @param shared the name of the table that a supertype gives to its models, if there is one
 */
record ModelTable(Optional<AnnotationUse> mark, Optional<String> shared) {

    static ModelTable read(ModelContext scope) {
        Optional<AnnotationUse> mark = AnnotationUse.find(scope.model(), Table.class);
        ModelTable table = new ModelTable(mark, Supertype.table(scope));
        table.mark().ifPresent(found -> table.check(scope, found));
        return table;
    }

    private void check(ModelContext scope, AnnotationUse mark) {
        if (Supertype.is(scope.model())) {
            Supertype.checkTable(scope, mark);
        } else if (scope.isAbstract()) {
            scope.error(
                    Spot.of(mark),
                    scope.name()
                            + " is marked with @Table, which is never inherited, and is abstract, so that it has no"
                            + " table; put it on the models that "
                            + (scope.model().getKind().isInterface() ? "implement " : "extend ") + scope.name()
                            + ". To make a supertype of " + scope.name()
                            + ", name the table, and seal the type or name its models with @Model(models = ...).");
        }
        List<String> stream = stream();
        if (stream.contains("KEYS") && (stream.contains("NEW") || stream.contains("OLD"))) {
            scope.error(
                    Spot.of(mark, "stream"),
                    "The table's stream cannot tell the keys and images both; keep KEYS, or NEW and OLD.");
        }
        if (encryptionKey().filter(String::isEmpty).isPresent()) {
            scope.error(
                    Spot.of(mark, "encryptionKey"),
                    "The key to encrypt the table with is empty; leave it out, or name the key.");
        }
        if (encryptionKey().isPresent()
                && setting("encryption").filter("OFF"::equals).isPresent()) {
            scope.error(
                    Spot.of(mark, "encryptionKey"),
                    "The table has a key to encrypt it with, and its encryption is off; leave one of the two out.");
        }
        List<String> keys = tags().stream().map(Map.Entry::getKey).toList();
        for (String key : Set.copyOf(keys)) {
            if (Collections.frequency(keys, key) > 1) {
                scope.error(Spot.of(mark, "tags"), "The table has the tag '" + key + "' more than once; keep it once.");
            }
        }
    }

    Optional<String> name() {
        return mark.flatMap(found -> found.text("name")).or(() -> shared);
    }

    /** Returns the name of a setting's constant, unless that leaves it unset. */
    Optional<String> setting(String member) {
        return mark.flatMap(found -> found.constant(member)).filter(constant -> !constant.equals("UNSET"));
    }

    ThroughputFacts throughput() {
        return mark.map(Throughput::of).orElseGet(() -> new ThroughputFacts(null, null));
    }

    Optional<String> encryptionKey() {
        return mark.flatMap(found -> found.text("encryptionKey"));
    }

    /** Returns the tags as they are written down, in that order. */
    List<Map.Entry<String, String>> tags() {
        return mark.stream()
                .flatMap(found -> found.elements("tags").stream()
                        .map(tag -> new AnnotationUse(found.element(), (AnnotationMirror) tag.getValue())))
                .map(tag ->
                        Map.entry(tag.text("key").orElse(""), tag.text("value").orElse("")))
                .toList();
    }

    List<String> stream() {
        return mark.stream()
                .flatMap(found -> found.elements("stream").stream())
                .map(AnnotationValue::getValue)
                .filter(VariableElement.class::isInstance)
                .map(constant -> ((VariableElement) constant).getSimpleName().toString())
                .toList();
    }

    TableFacts facts() {
        Optional<String> billing = setting("billing");
        return new TableFacts(
                name().orElse(null),
                billing.filter("ON_DEMAND"::equals).isPresent(),
                billing.filter("PROVISIONED"::equals).isPresent(),
                throughput(),
                tags().stream().map(Map.Entry::getKey).collect(Collectors.toSet()));
    }
}
