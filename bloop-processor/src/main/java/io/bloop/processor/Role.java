package io.bloop.processor;

import io.bloop.annotation.BloopRepository;
import io.bloop.annotation.Document;
import io.bloop.annotation.ItemCollection;
import io.bloop.annotation.Model;
import io.bloop.annotation.ProjectionOf;
import io.bloop.collection.CollectionValues;
import io.bloop.model.ColumnSink;
import io.bloop.model.Values;
import io.bloop.type.MemberSink;
import io.bloop.type.MemberValues;
import java.lang.annotation.Annotation;
import java.util.Locale;
import javax.lang.model.element.TypeElement;

/** Names the kinds of annotated classes, and the words for them. */
enum Role {
    MODEL(Model.class, "Model", "Column", Values.class, ColumnSink.class),
    DOCUMENT(Document.class, "Document", "Member", MemberValues.class, MemberSink.class),
    PROJECTION(ProjectionOf.class, "Projection", "Member", Values.class, ColumnSink.class),
    COLLECTION(ItemCollection.class, "Collection", "Member", CollectionValues.class, Void.class),
    REPOSITORY(BloopRepository.class, "Impl", "Method", Values.class, ColumnSink.class);

    private final Class<? extends Annotation> annotation;
    private final String suffix;
    private final String part;
    private final Class<?> values;
    private final Class<?> dump;

    Role(Class<? extends Annotation> annotation, String suffix, String part, Class<?> values, Class<?> dump) {
        this.annotation = annotation;
        this.suffix = suffix;
        this.part = part;
        this.values = values;
        this.dump = dump;
    }

    Class<? extends Annotation> annotation() {
        return annotation;
    }

    boolean isMarkedBy(TypeElement mark) {
        return mark.getQualifiedName().contentEquals(annotation.getName());
    }

    /** Returns the annotation as it is written. */
    String mark() {
        return "@" + annotation.getSimpleName();
    }

    /** Returns what the generated class is to the annotated one. */
    String generated() {
        return switch (this) {
            case MODEL, COLLECTION -> "definition";
            case DOCUMENT -> "type";
            case PROJECTION -> "projection";
            case REPOSITORY -> "implementation";
        };
    }

    /** Returns what the name of the generated class ends with. */
    String suffix() {
        return suffix;
    }

    /** Returns what a field of the class is to it, to begin a sentence with. */
    String part() {
        return part;
    }

    /** Returns what a field of the class is to it. */
    String word() {
        return part.toLowerCase(Locale.ROOT);
    }

    /** Returns the class whose values objects are made from. */
    Class<?> valuesClass() {
        return values;
    }

    /** Returns the class that takes the values that attributes are made from. */
    Class<?> dumpClass() {
        return dump;
    }
}
