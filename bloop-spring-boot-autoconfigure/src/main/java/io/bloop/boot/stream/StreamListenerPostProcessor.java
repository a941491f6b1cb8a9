package io.bloop.boot.stream;

import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.settings.StreamView;
import io.bloop.stream.Change;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanExpressionContext;
import org.springframework.beans.factory.config.BeanExpressionResolver;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Finds methods with the annotation, and registers their listeners when all beans are made.
 *
 * <p>Beans that are made later are registered at once.
 */
final class StreamListenerPostProcessor implements BeanPostProcessor, BeanFactoryAware, SmartInitializingSingleton {

    private final List<Found> found = new ArrayList<>();
    private ConfigurableListableBeanFactory beanFactory;
    private boolean complete;

    private record Found(Object bean, Class<?> type, Method method, BloopStreamListener annotation) {}

    @SuppressWarnings("NullAway.Init") // the bean factory comes before anything else is called
    StreamListenerPostProcessor() {}

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        this.beanFactory = (ConfigurableListableBeanFactory) beanFactory;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        Class<?> type = AopProxyUtils.ultimateTargetClass(bean);
        if (AnnotationUtils.isCandidateClass(type, BloopStreamListener.class)) {
            Map<Method, BloopStreamListener> methods = MethodIntrospector.selectMethods(
                    type, (MethodIntrospector.MetadataLookup<@Nullable BloopStreamListener>)
                            method -> AnnotatedElementUtils.findMergedAnnotation(method, BloopStreamListener.class));
            methods.forEach((method, annotation) -> add(new Found(bean, type, method, annotation)));
        }
        return bean;
    }

    private synchronized void add(Found listener) {
        if (complete) {
            register(listener);
        } else {
            found.add(listener);
        }
    }

    @Override
    public synchronized void afterSingletonsInstantiated() {
        complete = true;
        found.forEach(this::register);
        found.clear();
        StreamListenerRegistry registry = beanFactory.getBean(StreamListenerRegistry.class);
        // a parent context has called its own
        Collection<StreamListenerConfigurer> own =
                beanFactory.getBeansOfType(StreamListenerConfigurer.class).values();
        beanFactory
                .getBeanProvider(StreamListenerConfigurer.class)
                .orderedStream()
                .filter(own::contains)
                .forEach(configurer -> configurer.configure(registry));
    }

    private void register(Found listener) {
        BloopStreamListener annotation = listener.annotation();
        String name = ListenerMethod.name(listener.type(), listener.method());
        ListenerMethod method = ListenerMethod.of(listener.bean(), listener.type(), listener.method());
        String id = text(annotation.id());
        if (id.isBlank()) {
            throw new InvalidStreamListener(
                    name, "has no id", "Set 'id' of the annotation to a name that stays the same.");
        }
        StreamListenerEndpoint<?> endpoint = endpoint(id, method, models(name, method, annotation))
                .settings(settings -> apply(name, method, annotation, settings));
        StreamView view = annotation.view().isEmpty() ? method.view() : view(name, text(annotation.view()));
        if (view != null) {
            endpoint = endpoint.view(view);
        }
        if (!annotation.engine().isEmpty()) {
            endpoint = endpoint.engine(bean(annotation.engine(), Engine.class));
        }
        StreamListenerRegistry registry = beanFactory.getBean(StreamListenerRegistry.class);
        if (annotation.containerFactory().isEmpty()) {
            registry.register(endpoint);
        } else {
            registry.register(endpoint, bean(annotation.containerFactory(), StreamListenerContainerFactory.class));
        }
    }

    private static StreamListenerEndpoint<?> endpoint(
            String id, ListenerMethod method, List<ModelDefinition<?>> models) {
        StreamHandler<Object> handler = method::invoke;
        return method.isBatches()
                ? StreamListenerEndpoint.batches(id, models, handler)
                : StreamListenerEndpoint.each(id, models, handler);
    }

    private void apply(
            String name, ListenerMethod method, BloopStreamListener annotation, StreamListenerSettings settings) {
        if (!annotation.start().isEmpty()) {
            settings.start(StartText.position(name, text(annotation.start())));
        }
        if (!annotation.batch().isEmpty()) {
            settings.batch(number(name, "batch", annotation.batch()));
        }
        if (!annotation.concurrency().isEmpty()) {
            settings.concurrency(number(name, "concurrency", annotation.concurrency()));
        }
        if (!annotation.autoStartup().isEmpty()) {
            settings.autoStartup(truth(name, annotation.autoStartup()));
        }
        if (!annotation.errorHandler().isEmpty()) {
            settings.errorHandler(bean(annotation.errorHandler(), StreamErrorHandler.class));
        }
        settings.filter(annotation.filter().isEmpty() ? method::takes : filter(method, annotation.filter()));
    }

    @SuppressWarnings("unchecked") // the bean's class parameter is not known at run time
    private Predicate<Change<?>> filter(ListenerMethod method, String text) {
        Predicate<Change<?>> filter = bean(text, Predicate.class);
        return filter.and(method::takes);
    }

    private List<ModelDefinition<?>> models(String name, ListenerMethod method, BloopStreamListener annotation) {
        if (!annotation.model().isEmpty()) {
            return List.of(bean(annotation.model(), ModelDefinition.class));
        }
        List<ModelDefinition<?>> models = new ArrayList<>();
        for (ModelDefinition<?> model : BeanFactoryUtils.beansOfTypeIncludingAncestors(
                        beanFactory, ModelDefinition.class)
                .values()) {
            models.add(model);
        }
        return ListenedModels.of(name, method.entity(), models);
    }

    private int number(String name, String attribute, String text) {
        String resolved = text(text);
        try {
            int number = Integer.parseInt(resolved.strip());
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException ex) {
            // reported below
        }
        throw new InvalidStreamListener(
                name,
                "has '" + attribute + "' of '" + resolved + "', and needs a whole number of at least 1",
                "Set '" + attribute + "' of the annotation to a whole number of at least 1.");
    }

    private boolean truth(String name, String text) {
        String resolved = text(text).strip();
        if (resolved.equalsIgnoreCase("true") || resolved.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(resolved);
        }
        throw new InvalidStreamListener(
                name,
                "has 'autoStartup' of '" + resolved + "', and needs true or false",
                "Set 'autoStartup' of the annotation to true or false.");
    }

    private static StreamView view(String name, String text) {
        for (StreamView view : StreamView.values()) {
            if (text.strip().replace('-', '_').equalsIgnoreCase(view.name())) {
                return view;
            }
        }
        throw new InvalidStreamListener(
                name,
                "has 'view' of '" + text + "', which is no view of a stream",
                "Set 'view' of the annotation to keys, new, old or new-and-old.");
    }

    private String text(String attribute) {
        Object value = evaluate(attribute);
        return value == null ? "" : value.toString();
    }

    private <B> B bean(String attribute, Class<B> type) {
        Object value = evaluate(attribute);
        return type.isInstance(value) ? type.cast(value) : beanFactory.getBean(String.valueOf(value), type);
    }

    private @Nullable Object evaluate(String attribute) {
        String text = beanFactory.resolveEmbeddedValue(attribute);
        BeanExpressionResolver resolver = beanFactory.getBeanExpressionResolver();
        return text == null || resolver == null
                ? text
                : resolver.evaluate(text, new BeanExpressionContext(beanFactory, null));
    }
}
