package io.bloop.processor;

import io.bloop.expression.BinaryPath;
import io.bloop.expression.DynamicPath;
import io.bloop.expression.ListPath;
import io.bloop.expression.MapPath;
import io.bloop.expression.NumberPath;
import io.bloop.expression.Path;
import io.bloop.expression.SetPath;
import io.bloop.expression.StringPath;
import io.bloop.model.BinaryColumn;
import io.bloop.model.BooleanColumn;
import io.bloop.model.DocumentColumn;
import io.bloop.model.DynamicColumn;
import io.bloop.model.ListColumn;
import io.bloop.model.MapColumn;
import io.bloop.model.NumberColumn;
import io.bloop.model.SetColumn;
import io.bloop.model.StringColumn;
import io.bloop.type.BinaryType;
import io.bloop.type.BooleanType;
import io.bloop.type.DocumentType;
import io.bloop.type.DynamicType;
import io.bloop.type.ListType;
import io.bloop.type.MapType;
import io.bloop.type.NumberType;
import io.bloop.type.SetType;
import io.bloop.type.StringType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Names the kinds of columns. The kind of a column is that of its type. */
enum Kind {
    STRING(StringColumn.class, StringPath.class, StringType.class, "S"),
    NUMBER(NumberColumn.class, NumberPath.class, NumberType.class, "N"),
    BINARY(BinaryColumn.class, BinaryPath.class, BinaryType.class, "B"),
    BOOLEAN(BooleanColumn.class, Path.class, BooleanType.class, "BOOL"),
    SET(SetColumn.class, SetPath.class, SetType.class, "a set"),
    LIST(ListColumn.class, ListPath.class, ListType.class, "L"),
    MAP(MapColumn.class, MapPath.class, MapType.class, "M"),
    DOCUMENT(DocumentColumn.class, Path.class, DocumentType.class, "M"),
    DYNAMIC(DynamicColumn.class, DynamicPath.class, DynamicType.class, "anything");

    private static final List<Kind> SCALARS = List.of(STRING, NUMBER, BINARY);

    private final Class<?> column;
    private final Class<?> path;
    private final Class<?> type;
    private final String stored;

    Kind(Class<?> column, Class<?> path, Class<?> type, String stored) {
        this.column = column;
        this.path = path;
        this.type = type;
        this.stored = stored;
    }

    static Optional<Kind> ofType(CharSequence qualifiedName) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.getName().contentEquals(qualifiedName))
                .findFirst();
    }

    Class<?> column() {
        return column;
    }

    /** Returns the place of such a value inside of an attribute. */
    Class<?> path() {
        return path;
    }

    /** Returns the data type for messages. */
    String stored() {
        return stored;
    }

    /** Tells whether the values are of one Java type, which columns and types of the kind do not name. */
    boolean isOfOneType() {
        return this == BOOLEAN || this == DYNAMIC;
    }

    /** Tells whether DynamoDB takes it for keys and for elements of sets. */
    boolean isScalar() {
        return SCALARS.contains(this);
    }
}
