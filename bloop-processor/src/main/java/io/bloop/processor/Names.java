package io.bloop.processor;

import java.util.Locale;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Names the classes and members that are written for a model, a document or a collection. */
final class Names {

    private Names() {}

    /** Returns the class's name: {@code LinkModel} for {@code Link}, {@code OuterLinkModel} for one inside it. */
    static String generated(TypeElement type, Role role) {
        StringBuilder name = new StringBuilder(role.suffix());
        for (var next = type; next != null; next = outer(next)) {
            name.insert(0, next.getSimpleName());
        }
        return name.toString();
    }

    private static @Nullable TypeElement outer(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer ? outer : null;
    }

    /** Returns the constant's name: {@code USER_PROFILE} for {@code UserProfile}. */
    static String constant(TypeElement type) {
        return type.getSimpleName()
                .toString()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .toUpperCase(Locale.ROOT);
    }
}
