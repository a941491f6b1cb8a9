package io.bloop.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * What was read of an annotated repository.
 *
 * @param scope the interface
 * @param model the model; empty where that is one of the mistakes
 * @param methods its abstract methods
 * @param written those that are known, with what they do
 */
record ParsedRepository(
        ModelContext scope,
        Optional<TypeElement> model,
        List<RepositoryMethod> methods,
        List<RepositoryMethod.Written> written) {}
