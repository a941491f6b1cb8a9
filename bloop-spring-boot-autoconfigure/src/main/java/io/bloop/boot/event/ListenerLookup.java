package io.bloop.boot.event;

import io.bloop.model.ModelDefinition;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.context.event.GenericApplicationListenerAdapter;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;

/**
 * Knows whether anybody listens to an event of a model.
 *
 * <p>A response is kept while the number of listeners stays the same. Where one goes and another comes between two events,
 * the response may be that of before. Thread-safe.
 */
final class ListenerLookup {

    private final AbstractApplicationContext context;
    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();

    private record Question(Class<?> event, ModelDefinition<?> model) {}

    private record Answer(int listeners, boolean listens) {}

    ListenerLookup(AbstractApplicationContext context) {
        this.context = context;
    }

    boolean listens(Class<?> event, ModelDefinition<?> model) {
        Question question = new Question(event, model);
        Answer known = answers.get(question);
        int listeners = count(context);
        if (known == null || known.listeners() != listeners) {
            known = new Answer(listeners, ask(event, model));
            answers.put(question, known);
        }
        return known.listens();
    }

    private static int count(@Nullable ApplicationContext context) {
        return context instanceof AbstractApplicationContext known
                ? known.getApplicationListeners().size() + count(known.getParent())
                : 0;
    }

    private boolean ask(Class<?> event, ModelDefinition<?> model) {
        ResolvableType type = ResolvableType.forClassWithGenerics(
                PayloadApplicationEvent.class, ResolvableType.forClassWithGenerics(event, model.type()));
        return ask(context, type);
    }

    private static boolean ask(@Nullable ApplicationContext asked, ResolvableType type) {
        return asked instanceof AbstractApplicationContext known
                && (isHeardByListener(known, type)
                        || isHeardByBean(known.getBeanFactory(), type)
                        || ask(known.getParent(), type));
    }

    private static boolean isHeardByListener(AbstractApplicationContext context, ResolvableType type) {
        try {
            return List.copyOf(context.getApplicationListeners()).stream()
                    .anyMatch(listener -> generic(listener).supportsEventType(type));
        } catch (ConcurrentModificationException changing) {
            return true;
        }
    }

    private static GenericApplicationListener generic(ApplicationListener<?> listener) {
        return listener instanceof GenericApplicationListener known
                ? known
                : new GenericApplicationListenerAdapter(listener);
    }

    /** Listeners that do not exist yet, such as lazy beans, are created by the first event for them. */
    private static boolean isHeardByBean(ConfigurableListableBeanFactory beans, ResolvableType type) {
        for (String name : beans.getBeanNamesForType(ApplicationListener.class, true, false)) {
            if (!beans.containsSingleton(name)) {
                ResolvableType heard = ResolvableType.forClass(beans.getType(name, false))
                        .as(ApplicationListener.class)
                        .getGeneric();
                if (heard.resolve() == null || heard.isAssignableFrom(type)) {
                    return true;
                }
            }
        }
        return false;
    }
}
