package io.bloop.sample;

import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads new links from JSON, and names all fields at once that are no texts or no good ones. */
@Component
@RegisterReflectionForBinding(NewLink.class)
class NewLinkReader {

    private final Validator validator;

    NewLinkReader(Validator validator) {
        this.validator = validator;
    }

    NewLink read(JsonNode json) {
        Set<String> unreadable = new TreeSet<>();
        NewLink link = new NewLink(
                text(json, "slug", unreadable),
                text(json, "target", unreadable),
                text(json, "owner", unreadable),
                text(json, "topic", unreadable),
                text(json, "title", unreadable),
                text(json, "expiresOn", unreadable));
        Stream<FieldProblem> wrongTypes = unreadable.stream().map(field -> new FieldProblem(field, "has to be a text"));
        Stream<FieldProblem> wrongTexts = validator.validate(link).stream()
                .map(found -> new FieldProblem(found.getPropertyPath().toString(), found.getMessage()))
                .filter(problem -> !unreadable.contains(problem.field()));
        Set<FieldProblem> problems = Stream.concat(wrongTypes, wrongTexts)
                .collect(Collectors.toCollection(() ->
                        new TreeSet<>(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::message))));
        if (!problems.isEmpty()) {
            throw new InvalidFields(problems.stream().toList());
        }
        return link;
    }

    private static @Nullable String text(JsonNode json, String field, Set<String> unreadable) {
        JsonNode value = json.path(field);
        if (value.isString()) {
            return value.stringValue();
        }
        if (!value.isMissingNode() && !value.isNull()) {
            unreadable.add(field);
        }
        return null;
    }
}
