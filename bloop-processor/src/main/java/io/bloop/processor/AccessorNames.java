package io.bloop.processor;

import java.util.List;
import java.util.Locale;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/** Knows how accessors are named: as those of a bean, or as the member itself. */
final class AccessorNames {

    private AccessorNames() {}

    static List<String> getters(String member) {
        String capital = capital(member);
        return List.of("get" + capital, "is" + capital, member);
    }

    /** Returns the names of setters; that of {@code isActive} is {@code setActive} in Kotlin and with Lombok. */
    static List<String> setters(String member) {
        String set = "set" + capital(member);
        return isPrefixed(member) ? List.of(set, "set" + member.substring(2), member) : List.of(set, member);
    }

    /** Tells whether a member has the name of a getter, as {@code isActive}. */
    static boolean isPrefixed(String member) {
        return member.startsWith("is") && member.length() > 2 && Character.isUpperCase(member.charAt(2));
    }

    /** Returns the name of the member that a getter is for. */
    static String member(ExecutableElement getter) {
        String name = Kotlin.name(getter);
        int prefix = name.startsWith("get")
                ? 3
                : name.startsWith("is") && getter.getReturnType().getKind() == TypeKind.BOOLEAN ? 2 : 0;
        return prefix > 0 && name.length() > prefix && Character.isUpperCase(name.charAt(prefix))
                ? name.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + name.substring(prefix + 1)
                : name;
    }

    static String capital(String member) {
        return member.substring(0, 1).toUpperCase(Locale.ROOT) + member.substring(1);
    }
}
