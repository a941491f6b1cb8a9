package io.bloop.boot;

import io.bloop.model.InvalidModel;
import io.bloop.model.ModelDefinition;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.util.ReflectionUtils;

/** Reads the constant of a definition class: a second instance would be another model to the engine. */
final class ModelConstant {

    private ModelConstant() {}

    /** Returns the definition that a class keeps in its constant; beans are made by this method. */
    static ModelDefinition<?> of(Class<? extends ModelDefinition<?>> type) {
        Field field = field(type);
        ReflectionUtils.makeAccessible(field);
        Object value = ReflectionUtils.getField(field, null);
        return (ModelDefinition<?>) Objects.requireNonNull(value);
    }

    /** Checks that there is a constant, without initializing the class. */
    static void require(Class<? extends ModelDefinition<?>> type) {
        field(type);
    }

    /** Returns the name of the constant. */
    static String name(Class<?> type) {
        return field(type).getName();
    }

    private static Field field(Class<?> type) {
        List<Field> constants = Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getType() == type && isConstant(field.getModifiers()))
                .toList();
        if (constants.size() == 1) {
            return constants.get(0);
        }
        throw new InvalidModel(type.getName(), List.of(problem(type.getSimpleName(), constants)));
    }

    private static boolean isConstant(int modifiers) {
        return Modifier.isPublic(modifiers) && Modifier.isStatic(modifiers) && Modifier.isFinal(modifiers);
    }

    private static String problem(String type, List<Field> constants) {
        return constants.isEmpty()
                ? "The definition has no constant to use as its bean; add 'public static final " + type + " "
                        + suggestedName(type) + " = new " + type
                        + "();', make the class abstract, or declare a bean of it."
                : "The definition has several constants, "
                        + constants.stream().map(Field::getName).toList()
                        + ", where one is to be its bean; keep one, or declare a bean.";
    }

    private static String suggestedName(String type) {
        String noun = type.endsWith("Model") && type.length() > 5 ? type.substring(0, type.length() - 5) : type;
        return noun.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
