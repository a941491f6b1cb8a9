package io.bloop.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * What was read of an annotated projection.
 *
 * @param scope the class
 * @param model the model that it is a projection of; empty where that is one of the mistakes
 * @param members its members, in the order in which its constructor takes them
 */
record ParsedProjection(ModelContext scope, Optional<TypeElement> model, List<ProjectedMember> members) {}
