package io.bloop.boot.validation;

import jakarta.validation.groups.Default;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import jakarta.validation.metadata.GroupConversionDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far validation goes on into the values of a property, or into the elements of one.
 *
 * @param isCascaded whether values are validated themselves; of a container, its elements
 * @param conversions the groups that are replaced then
 * @param elements what is declared of the elements, if values are containers
 */
record Cascade(
        boolean isCascaded, Set<GroupConversionDescriptor> conversions, Set<ContainerElementTypeDescriptor> elements) {

    static Cascade of(PropertyDescriptor property) {
        return new Cascade(
                property.isCascaded(), property.getGroupConversions(), property.getConstrainedContainerElementTypes());
    }

    /** Returns the cascade of the elements of a list or set, or of the values of a map. */
    Cascade element(Class<?> container) {
        int argument = Map.class.isAssignableFrom(container) ? 1 : 0;
        Optional<ContainerElementTypeDescriptor> declared = elements.stream()
                .filter(element -> element.getTypeArgumentIndex() == argument)
                .findFirst();
        Set<GroupConversionDescriptor> all = new HashSet<>(conversions);
        declared.ifPresent(element -> all.addAll(element.getGroupConversions()));
        return new Cascade(
                isCascaded
                        || declared.filter(ContainerElementTypeDescriptor::isCascaded)
                                .isPresent(),
                all,
                declared.map(ContainerElementTypeDescriptor::getConstrainedContainerElementTypes)
                        .orElse(Set.of()));
    }

    /** Returns the groups in which the values are validated. */
    Class<?>[] groups(Class<?>... groups) {
        List<Class<?>> asked = groups.length == 0 ? List.of(Default.class) : Arrays.asList(groups);
        return asked.stream().map(this::converted).toArray(Class<?>[]::new);
    }

    private Class<?> converted(Class<?> group) {
        return conversions.stream()
                .filter(conversion -> conversion.getFrom() == group)
                .<Class<?>>map(GroupConversionDescriptor::getTo)
                .findFirst()
                .orElse(group);
    }
}
