package io.bloop.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs the tests of a class twice: items mapped from the SDK's attribute values, and from the bytes of its responses.
 *
 * <p>The clients of a {@link LocalDynamoDb} are made accordingly.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(ReadBothWays.Ways.class)
public @interface ReadBothWays {

    /** Makes the two runs. */
    final class Ways implements ClassTemplateInvocationContextProvider {

        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Ways.class);
        private static final String FROM_BYTES = "from bytes";

        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<Way> provideClassTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(new Way(false), new Way(true));
        }

        static boolean areBytes(ExtensionContext context) {
            return context.getStore(NAMESPACE).getOrDefault(FROM_BYTES, Boolean.class, false);
        }

        /** One run. */
        record Way(boolean bytes) implements ClassTemplateInvocationContext {

            @Override
            public String getDisplayName(int invocationIndex) {
                return bytes ? "from bytes" : "from attribute values";
            }

            @Override
            public void prepareInvocation(ExtensionContext context) {
                context.getStore(NAMESPACE).put(FROM_BYTES, bytes);
            }
        }
    }
}
