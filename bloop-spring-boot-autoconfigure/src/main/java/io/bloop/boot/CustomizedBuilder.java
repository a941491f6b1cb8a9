package io.bloop.boot;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Hands a builder to customizers, and takes back the HTTP client that Bloop has set once one of them sets another.
 *
 * <p>The SDK refuses a builder with both {@code httpClient} and {@code httpClientBuilder}, and does not tell which of them
 * are set.
 */
final class CustomizedBuilder implements InvocationHandler {

    private static final Class<?>[] INTERFACES = {DynamoDbClientBuilder.class};

    private final DynamoDbClientBuilder builder;
    private boolean hasDefault = true;

    private CustomizedBuilder(DynamoDbClientBuilder builder) {
        this.builder = builder;
    }

    /** Returns what behaves as a builder whose HTTP client is not set yet. */
    static DynamoDbClientBuilder of(DynamoDbClientBuilder builder) {
        return (DynamoDbClientBuilder) Proxy.newProxyInstance(
                CustomizedBuilder.class.getClassLoader(), INTERFACES, new CustomizedBuilder(builder));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (hasDefault && method.getName().startsWith("httpClient")) {
            hasDefault = false;
            builder.httpClientBuilder(null);
        }
        try {
            Object result = method.invoke(builder, arguments);
            return result == builder ? proxy : result;
        } catch (InvocationTargetException ex) {
            throw ex.getCause() == null ? ex : ex.getCause();
        }
    }

    /** Registers the proxy for native images. */
    static final class Hints implements RuntimeHintsRegistrar {

        @Override
        public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
            hints.proxies().registerJdkProxy(INTERFACES);
        }
    }
}
