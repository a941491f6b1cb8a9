package io.bloop.type.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds which part of an object the application's code failed at, after it has thrown.
 *
 * <p>For the engine. Stateless and thread-safe.
 */
public final class UserCode {

    /** What the JVM says where a method without parameters was called on the null that another has returned. */
    private static final Pattern NULL_RETURNED =
            Pattern.compile("Cannot invoke \"[^\"]*\\(\\)\" because the return value of \"([^\"(]*)\\(.*");

    private UserCode() {}

    /**
     * Tells whether code failed at the null that a method had just returned to it, as unboxing does: nothing was asked
     * for between.
     *
     * @param failure what the code threw
     * @param owner the class that has the method
     * @param method the method's name
     * @return true if it is certain; false also where the JVM does not say so
     */
    public static boolean failedAtNullOf(Exception failure, Class<?> owner, String method) {
        String message = failure instanceof NullPointerException ? failure.getMessage() : null;
        var said = NULL_RETURNED.matcher(message == null ? "" : message);
        return said.matches() && said.group(1).equals(owner.getName() + "." + method);
    }

    /**
     * Returns the first part whose value cannot be got.
     *
     * @param <P> a column or a member
     * @param parts all parts, in their order
     * @param getter gets the value of a part once more
     * @return the part; empty if all values can be got this time
     */
    public static <P> Optional<P> firstFailing(List<? extends P> parts, Consumer<? super P> getter) {
        for (P part : parts) {
            try {
                getter.accept(part);
            } catch (Exception ex) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
