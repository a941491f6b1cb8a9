package io.bloop.processor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Knows what Kotlin's compiler makes of classes and properties, and says of them in the annotation {@code kotlin.Metadata}.
 *
 * <p>The annotation has a message of Protocol Buffers ({@code d1}), and the texts that it refers to ({@code d2}): names of
 * methods and descriptors of classes among them.
 */
final class Kotlin {

    private static final String METADATA = "kotlin.Metadata";
    private static final String VALUE_CLASS = "kotlin.jvm.JvmInline";

    /** Stands in names before the module of an internal member. */
    private static final char MODULE = '$';

    /** Stands in names before what tells a method with value classes from others, and is in no name of Java. */
    private static final String MANGLED = "-";

    /** Where the flags of a class have its modality: final, open, abstract or sealed. */
    private static final int MODALITY = 4;

    private static final int SEALED = 3;

    /** The tag of the first field of a class, its flags. */
    private static final int FLAGS = 1 << 3;

    private Kotlin() {}

    /** Tells whether a class is one of Kotlin's. */
    static boolean wrote(Element type) {
        return AnnotationUse.isNamed(type, METADATA);
    }

    /** Tells whether a class is an {@code object} of Kotlin, of which there is one. */
    static boolean isObject(TypeElement type) {
        return wrote(type)
                && ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .anyMatch(field -> field.getSimpleName().contentEquals("INSTANCE")
                                && field.getModifiers().contains(Modifier.STATIC)
                                && isOf(field.asType(), type));
    }

    /** Returns the name of an accessor without that of the module, which the accessors of an internal property end in. */
    static String name(ExecutableElement accessor) {
        String name = accessor.getSimpleName().toString();
        int end = name.indexOf(MODULE);
        return end > 0 && wrote(owner(accessor)) ? name.substring(0, end) : name;
    }

    /** Returns the name of the getter of a property if Java cannot call it, because its type is a value class. */
    static Optional<String> hiddenGetter(String member, Element element) {
        List<String> names = AccessorNames.getters(member).stream()
                .filter(name -> !name.equals(member) || AccessorNames.isPrefixed(member))
                .map(name -> name + MANGLED)
                .toList();
        return texts(owner(element))
                .filter(text -> names.stream().anyMatch(text::startsWith))
                .findFirst();
    }

    /** Returns what a value class holds. */
    static Optional<TypeMirror> wrapped(TypeElement type) {
        return AnnotationUse.isNamed(type, VALUE_CLASS)
                ? ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .filter(field -> !MemberReader.isLeftOut(field))
                        .map(VariableElement::asType)
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Returns the subtypes of a sealed class or interface, all of which are in its package. The stubs that kapt lets Java's
     * compiler see neither are sealed nor permit them.
     */
    static List<TypeElement> permitted(TypeElement type) {
        return isSealed(type)
                ? texts(type)
                        .filter(text -> text.startsWith("L") && text.endsWith(";"))
                        .flatMap(descriptor -> find(descriptor, packageOf(type)).stream())
                        .filter(found -> isBelow(found, type))
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Tells whether a class is sealed in Kotlin. A message in a form that is not known says nothing. */
    private static boolean isSealed(TypeElement type) {
        // the message begins with a zero character, the length of what describes the texts, and that
        String message = AnnotationUse.find(type, METADATA)
                .map(mark -> String.join("", mark.texts("d1")))
                .orElse("");
        Varint length = Varint.at(message, 1);
        Varint tag = Varint.at(message, length.end() + (int) length.value());
        Varint flags = Varint.at(message, tag.end());
        boolean isKnown = message.startsWith("\0") && tag.value() == FLAGS && flags.end() <= message.length();
        return isKnown && (flags.value() >> MODALITY & SEALED) == SEALED;
    }

    /**
     * A number of a message, seven bits in each byte, the lowest first.
     *
     * @param end where what follows begins; behind the end of the message if the number is cut off
     */
    private record Varint(long value, int end) {

        static Varint at(String message, int begin) {
            long value = 0;
            int at = begin;
            for (int shift = 0; at >= 0 && at < message.length() && shift < Integer.SIZE; shift += 7) {
                char next = message.charAt(at++);
                value |= (long) (next & 0x7f) << shift;
                if (next < 0x80) {
                    return new Varint(value, at);
                }
            }
            return new Varint(0, message.length() + 1);
        }
    }

    private static Stream<String> texts(Element type) {
        return AnnotationUse.find(type, METADATA).stream().flatMap(mark -> mark.texts("d2").stream());
    }

    /** Finds the class that a descriptor such as {@code Lcom/acme/Event$Opened;} names in a package. */
    private static Optional<TypeElement> find(String descriptor, Element inPackage) {
        String[] names = descriptor
                .substring(descriptor.lastIndexOf('/') + 1, descriptor.length() - 1)
                .split("\\$");
        Optional<Element> found = Optional.of(inPackage);
        for (String name : names) {
            found = found.flatMap(outer -> ElementFilter.typesIn(outer.getEnclosedElements()).stream()
                    .filter(type -> type.getSimpleName().contentEquals(name))
                    .findFirst());
        }
        return found.map(TypeElement.class::cast);
    }

    private static boolean isBelow(TypeElement type, TypeElement above) {
        return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                .anyMatch(each -> isOf(each, above));
    }

    private static boolean isOf(TypeMirror type, TypeElement element) {
        return type instanceof DeclaredType declared && declared.asElement().equals(element);
    }

    private static Element packageOf(TypeElement type) {
        Element next = type;
        while (next instanceof TypeElement) {
            next = owner(next);
        }
        return next;
    }

    private static Element owner(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement());
    }
}
