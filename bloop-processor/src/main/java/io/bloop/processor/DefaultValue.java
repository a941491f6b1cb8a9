package io.bloop.processor;

import io.bloop.annotation.Default;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.RangeKey;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the value that a member has if its attribute is absent. */
final class DefaultValue {

    /** Makes a value of its text, to see whether that can be done, and the code that does it. */
    private record Form(Function<String, Object> parse, String code) {}

    private static final Map<String, Form> FORMS = new HashMap<>();

    /** What says 0, and not a number that is too small. */
    private static final Pattern ZERO = Pattern.compile("[+-]?(0[xX])?[0.]+([eEpP][+-]?[0-9]+)?[fFdD]?");

    static {
        add(Boolean.class, DefaultValue::bool, "%s");
        add(Byte.class, Byte::valueOf, "(byte) %s");
        add(Short.class, Short::valueOf, "(short) %s");
        add(Integer.class, Integer::valueOf, "%s");
        add(Long.class, Long::valueOf, "%sL");
        add(Float.class, DefaultValue::toFloat, "%sF");
        add(Double.class, DefaultValue::toDouble, "%sD");
        add(BigInteger.class, BigInteger::new, "new TYPE(TEXT)");
        add(BigDecimal.class, BigDecimal::new, "new TYPE(TEXT)");
        add(String.class, text -> text, "TEXT");
        add(Character.class, DefaultValue::character, "TEXT.charAt(0)");
        add(Instant.class, Instant::parse, "PARSE(TEXT)");
        add(OffsetDateTime.class, OffsetDateTime::parse, "PARSE(TEXT)");
        add(LocalDate.class, LocalDate::parse, "PARSE(TEXT)");
        add(LocalTime.class, LocalTime::parse, "PARSE(TEXT)");
        add(LocalDateTime.class, LocalDateTime::parse, "PARSE(TEXT)");
        add(Duration.class, Duration::parse, "PARSE(TEXT)");
        add(Period.class, Period::parse, "PARSE(TEXT)");
    }

    private static void add(Class<?> type, Function<String, Object> parse, String code) {
        FORMS.put(type.getName(), new Form(parse, code));
    }

    private final ModelContext scope;
    private final ModelColumn column;

    private DefaultValue(ModelContext scope, ModelColumn column) {
        this.scope = scope;
        this.column = column;
    }

    /** Returns the end of the code of a column's type that says what an absent attribute reads as; perhaps nothing. */
    static String code(ModelContext scope, ModelColumn column, Imports imports) {
        Optional<AnnotationUse> mark = column.mark(Default.class);
        if (mark.isPresent()) {
            return ".orElse(" + new DefaultValue(scope, column).value(mark.get(), imports) + ")";
        }
        // a computed value is never read
        return column.javaType().getKind().isPrimitive() && !column.member().isComputed()
                ? ".orElse(" + Zero.of(column.javaType()) + ")"
                : "";
    }

    /** Reports what is wrong with the value. */
    static void check(ModelContext scope, ModelColumn column) {
        column.mark(Default.class).ifPresent(mark -> {
            String problem = new DefaultValue(scope, column).problem(text(mark));
            if (problem != null) {
                scope.error(Spot.of(mark), scope.part(column.name()) + " is marked with @Default and " + problem);
            }
        });
    }

    private static String text(AnnotationUse mark) {
        return mark.text("value").orElse("");
    }

    private @Nullable String problem(String text) {
        if (column.mark(HashKey.class).isPresent()
                || column.mark(RangeKey.class).isPresent()) {
            return "is a key, which is never absent; take @Default away.";
        }
        if (!column.stamps().isEmpty()) {
            return "written by the engine itself; take @Default away.";
        }
        Optional<TypeElement> constants = enumeration();
        if (constants.isPresent()) {
            String known = constants(constants.get());
            return constants.get().getEnclosedElements().stream().anyMatch(one -> isConstant(one, text))
                    ? null
                    : "'" + text + "' is no constant of " + constants.get().getSimpleName() + "; it has " + known + ".";
        }
        Form form = FORMS.get(TypeNames.erased(type()));
        boolean hasForm = column.type().isEmpty()
                || column.type().get().kind().isScalar()
                || column.type().get().kind() == Kind.BOOLEAN;
        if (form == null || !hasForm) {
            return "a " + TypeNames.simple(column.javaType())
                    + ", of which there is no text to give; take @Default away, or give it a type with orElse() by "
                    + "@StoredWith.";
        }
        try {
            form.parse().apply(text);
            return null;
        } catch (RuntimeException ex) {
            return "'" + text + "' is no " + TypeNames.simple(column.javaType()) + "; give a value of its type.";
        }
    }

    private TypeMirror type() {
        return scope.boxed(column.javaType());
    }

    private Optional<TypeElement> enumeration() {
        return type() instanceof DeclaredType declared && Scalars.isEnum((TypeElement) declared.asElement())
                ? Optional.of((TypeElement) declared.asElement())
                : Optional.empty();
    }

    private static boolean isConstant(Element element, String name) {
        return element.getKind() == ElementKind.ENUM_CONSTANT
                && element.getSimpleName().contentEquals(name);
    }

    private static String constants(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(one -> one.getKind() == ElementKind.ENUM_CONSTANT)
                .map(one -> one.getSimpleName().toString())
                .collect(Collectors.joining(", "));
    }

    private String value(AnnotationUse mark, Imports imports) {
        String text = text(mark);
        if (enumeration().isPresent()) {
            return imports.member(enumeration().get(), text);
        }
        Form form = Objects.requireNonNull(FORMS.get(TypeNames.erased(type())));
        // the text may contain a character that has a meaning in the format
        return form.code().contains("TEXT")
                ? callee(form, imports).replace("TEXT", scope.text(text))
                : form.code().replace("%s", form.parse().apply(text).toString());
    }

    /** Returns the code of a form with the constructor or the static method that it calls, if it calls one. */
    private String callee(Form form, Imports imports) {
        TypeElement type = (TypeElement) ((DeclaredType) type()).asElement();
        return form.code().contains("PARSE")
                ? form.code().replace("PARSE", imports.member(type, "parse"))
                : form.code().replace("TYPE", imports.type(type));
    }

    private static Object toFloat(String text) {
        float value = Float.parseFloat(text);
        return near(text, value, Float.isFinite(value));
    }

    private static Object toDouble(String text) {
        double value = Double.parseDouble(text);
        return near(text, value, Double.isFinite(value));
    }

    /** Returns a number that is near to what its text says. */
    private static Number near(String text, Number value, boolean isFinite) {
        boolean isTooSmall =
                value.doubleValue() == 0 && !ZERO.matcher(text.strip()).matches();
        if (!isFinite || isTooSmall) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static Object character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(0);
    }

    private static Object bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
