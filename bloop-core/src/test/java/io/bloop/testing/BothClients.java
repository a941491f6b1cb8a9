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
 * Runs the tests of a class twice: with a client like any other, and with one like the starter's, whose items are read from
 * the bytes of responses and written as bytes of requests.
 *
 * <p>The clients of a {@link LocalDynamoDb} are made accordingly.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(BothClients.Ways.class)
public @interface BothClients {

    /** Makes the two runs. */
    final class Ways implements ClassTemplateInvocationContextProvider {

        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Ways.class);
        private static final String BYTES = "bytes";

        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<Way> provideClassTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(new Way(false), new Way(true));
        }

        static boolean areBytes(ExtensionContext context) {
            return context.getStore(NAMESPACE).getOrDefault(BYTES, Boolean.class, false);
        }

        /** One run. */
        record Way(boolean bytes) implements ClassTemplateInvocationContext {

            @Override
            public String getDisplayName(int invocationIndex) {
                return bytes ? "bytes" : "attribute values";
            }

            @Override
            public void prepareInvocation(ExtensionContext context) {
                context.getStore(NAMESPACE).put(BYTES, bytes);
            }
        }
    }
}
