package io.bloop.boot.stream;

import io.bloop.settings.StreamView;
import io.bloop.stream.Change;
import io.bloop.stream.MissingImage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** A method with the annotation, and the meaning of its parameter. */
final class ListenerMethod {

    private enum Form {
        CHANGE,
        BATCH,
        OBJECT
    }

    private final Object bean;
    private final Method method;
    private final Form form;
    private final @Nullable Class<?> entity;

    private ListenerMethod(Object bean, Method method, Form form, @Nullable Class<?> entity) {
        this.bean = bean;
        this.method = method;
        this.form = form;
        this.entity = entity;
    }

    static ListenerMethod of(Object bean, Class<?> type, Method method) {
        if (method.getParameterCount() != 1) {
            throw new InvalidStreamListener(
                    name(type, method),
                    "has " + method.getParameterCount() + " parameters, and needs one",
                    "Give the method one parameter: Change<T>, List<Change<T>>, or T, where T is the class of a model.");
        }
        ResolvableType parameter =
                ResolvableType.forMethodParameter(new MethodParameter(method, 0), ResolvableType.forClass(type));
        Method invocable = AopUtils.selectInvocableMethod(method, bean.getClass());
        ReflectionUtils.makeAccessible(invocable);
        if (parameter.resolve() == Change.class) {
            return new ListenerMethod(
                    bean, invocable, Form.CHANGE, parameter.getGeneric().resolve());
        }
        if (parameter.resolve() == List.class && parameter.getGeneric().resolve() == Change.class) {
            return new ListenerMethod(
                    bean, invocable, Form.BATCH, parameter.getGeneric(0, 0).resolve());
        }
        return new ListenerMethod(bean, invocable, Form.OBJECT, parameter.resolve());
    }

    static String name(Class<?> type, Method method) {
        return ClassUtils.getShortName(type) + "." + method.getName() + "()";
    }

    /** Returns the class of the model's objects; null where the parameter does not tell. */
    @Nullable
    Class<?> entity() {
        return entity;
    }

    boolean isBatches() {
        return form == Form.BATCH;
    }

    /** Returns the view that the parameter needs; null where it takes changes of every view. */
    @Nullable
    StreamView view() {
        return form == Form.OBJECT ? StreamView.NEW : null;
    }

    /** Tells whether a change has what the parameter takes: an object alone needs one after the change. */
    boolean takes(Change<?> change) {
        return form != Form.OBJECT || change.kind() != Change.Kind.REMOVE;
    }

    void invoke(List<? extends Change<?>> changes) throws Exception {
        try {
            method.invoke(bean, argument(changes));
        } catch (InvocationTargetException ex) {
            if (ex.getTargetException() instanceof Error error) {
                throw error;
            }
            throw (Exception) ex.getTargetException();
        }
    }

    private Object argument(List<? extends Change<?>> changes) {
        return switch (form) {
            case BATCH -> changes;
            case CHANGE -> changes.get(0);
            case OBJECT -> changes.get(0).after().orElseThrow(() -> noImage(changes.get(0)));
        };
    }

    private static MissingImage noImage(Change<?> change) {
        return new MissingImage(change, "the object after it", "NEW_IMAGE or NEW_AND_OLD_IMAGES");
    }
}
