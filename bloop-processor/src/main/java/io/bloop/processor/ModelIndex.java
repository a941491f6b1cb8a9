package io.bloop.processor;

import io.bloop.annotation.GlobalSecondaryIndex;
import io.bloop.rule.internal.IndexFacts;
import io.bloop.rule.internal.ThroughputFacts;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * An index of an annotated model.
 *
 * @param mark its annotation
 * @param hashKeys the columns that were found of its hash key
 * @param rangeKeys the columns that were found of its range key
 * @param include the columns that were found of its projection
 */
record ModelIndex(
        AnnotationUse mark, List<ModelColumn> hashKeys, List<ModelColumn> rangeKeys, List<ModelColumn> include) {

    String name() {
        return mark.text("name").orElse("");
    }

    String storedName() {
        return mark.text("storedAs").orElse(name());
    }

    boolean isGlobal() {
        return mark.is(GlobalSecondaryIndex.class);
    }

    boolean isStrict() {
        return mark.value("strict", Boolean.class).orElse(true);
    }

    String projection() {
        return mark.constant("projection").orElse("ALL");
    }

    /** Returns the names of the columns that the index projects besides keys; none where it projects all or no others. */
    List<String> included() {
        return projection().equals("INCLUDE")
                ? include.stream().map(ModelColumn::name).toList()
                : List.of();
    }

    ThroughputFacts throughput() {
        return Throughput.of(mark);
    }

    /** Returns what the rules have to know of the index as one of a model. */
    IndexFacts facts(TypeElement model) {
        Element owner = mark.element();
        return new IndexFacts(
                name(),
                storedName(),
                isGlobal(),
                names("hashKey", hashKeys),
                names("rangeKey", rangeKeys),
                projection().equals("INCLUDE") && mark.elements("include").isEmpty(),
                throughput(),
                owner.equals(model) ? null : owner.getSimpleName().toString());
    }

    /** Returns the names of the key columns, also of those that were not found. */
    private List<String> names(String member, List<ModelColumn> found) {
        return found.stream().anyMatch(key -> key.form().isPresent())
                ? found.stream().map(ModelColumn::name).toList()
                : texts(member);
    }

    private List<String> texts(String member) {
        return isGlobal() || member.equals("hashKey")
                ? mark.texts(member)
                : mark.text(member).stream().toList();
    }
}
