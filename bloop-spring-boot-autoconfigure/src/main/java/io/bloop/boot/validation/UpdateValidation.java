package io.bloop.boot.validation;

import io.bloop.boot.validation.ValuePath.Element;
import io.bloop.bound.UpdateAction;
import io.bloop.expression.PathStep;
import io.bloop.model.ModelDefinition;
import io.bloop.type.DocumentType;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Validates the values of one update as they would be validated in an object of the model.
 *
 * <p>Of what an action adds to, only the elements that it adds are known: neither the result of a sum nor the size of a
 * list is. Serves one update, and is not thread-safe.
 */
final class UpdateValidation {

    private final Validator validator;
    private final Class<?>[] groups;
    private final ModelDefinition<?> model;
    private final Set<ConstraintViolation<?>> violations = new LinkedHashSet<>();

    UpdateValidation(Validator validator, Class<?>[] groups, ModelDefinition<?> model) {
        this.validator = validator;
        this.groups = groups;
        this.model = model;
    }

    Set<ConstraintViolation<?>> violations() {
        return violations;
    }

    void validate(UpdateAction<?> action) {
        ConstrainedPlace.of(action.path(), model, validator).ifPresent(place -> validate(action, place));
    }

    private void validate(UpdateAction<?> action, ConstrainedPlace place) {
        switch (action.kind()) {
            case SET, SET_IF_ABSENT -> whole(place, action.value());
            case REMOVE -> {
                if (isValue(action.path().steps())) {
                    whole(place, null);
                }
            }
            case ADD, APPEND, PREPEND -> {
                if (action.value() instanceof Iterable<?> elements) {
                    elements(place, elements);
                }
            }
            case DELETE -> {}
        }
    }

    /** Tells a column or a member of a document, which is null when it is removed, from an element, which is gone. */
    private static boolean isValue(List<PathStep> steps) {
        return steps.isEmpty() || steps.get(steps.size() - 1).holder() instanceof DocumentType<?>;
    }

    private void whole(ConstrainedPlace place, @Nullable Object value) {
        constraints(place, value, place.within().size());
        cascade(value, place.cascade(), place.path());
    }

    private void elements(ConstrainedPlace place, Iterable<?> elements) {
        constraints(place, elements, place.within().size() + 1);
        cascade(elements, place.cascade(), place.path());
    }

    /** Checks the constraints of the property, of whose nodes only those from a depth on are known. */
    private void constraints(ConstrainedPlace place, @Nullable Object value, int depth) {
        for (ConstraintViolation<?> found :
                validator.validateValue(place.bean(), place.property(), place.wrapped(value), groups)) {
            if (length(found.getPropertyPath()) > depth) {
                add(
                        found,
                        place.outer()
                                .with(found.getPropertyPath(), place.within().size()));
            }
        }
    }

    private static int length(Path path) {
        int length = 0;
        for (Path.Node ignored : path) {
            length++;
        }
        return length;
    }

    /** Checks what is declared at the class of a value, or of its elements. */
    private void cascade(@Nullable Object value, Cascade cascade, ValuePath path) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) ->
                    cascade(element, cascade.element(Map.class), path.element(new Element(null, key))));
        } else if (value instanceof List<?> list) {
            int index = 0;
            for (Object element : list) {
                cascade(element, cascade.element(List.class), path.element(new Element(index++, null)));
            }
        } else if (value instanceof Iterable<?> elements) {
            for (Object element : elements) {
                cascade(element, cascade.element(Iterable.class), path.element(new Element(null, null)));
            }
        } else if (value != null && cascade.isCascaded()) {
            validator
                    .validate(value, cascade.groups(groups))
                    .forEach(found -> add(found, path.with(found.getPropertyPath(), 0)));
        }
    }

    @SuppressWarnings("unchecked") // only the class of the root is known
    private void add(ConstraintViolation<?> found, ValuePath path) {
        violations.add(new ValueViolation(found, (Class<Object>) model.type(), path));
    }
}
