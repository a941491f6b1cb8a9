package io.bloop.processor;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Gives the names that one source file uses short forms, where nothing else has them. */
final class Imports {

    private final Elements elements;
    private final String packageName;
    private final Set<String> fields;
    private final Map<String, String> taken = new HashMap<>();
    private final Set<String> lines = new TreeSet<>();
    private final Set<String> staticLines = new TreeSet<>();

    /**
     * Begins a file.
     *
     * @param neighbours the simple names of the file's class and its neighbours, which no import may shadow
     * @param nested the simple names of classes inside of the file's class, which shadow all others
     * @param fields the names of the class's fields, which would shadow a static import
     */
    Imports(
            Elements elements,
            String packageName,
            Collection<String> neighbours,
            Collection<String> nested,
            Collection<String> fields) {
        this.elements = elements;
        this.packageName = packageName;
        this.fields = new HashSet<>(fields);
        neighbours.forEach(name -> taken.put(name, qualified(packageName, name)));
        nested.forEach(name -> taken.put(name, ""));
    }

    String type(TypeMirror type) {
        return TypeNames.print(type, this::type);
    }

    String type(TypeElement type) {
        if (type.getEnclosingElement() instanceof TypeElement outer) {
            return type(outer) + "." + type.getSimpleName();
        }
        String owner = elements.getPackageOf(type).getQualifiedName().toString();
        return type(owner, type.getSimpleName().toString());
    }

    /** Returns the class that is written for a model or a document. */
    String generated(TypeElement type, Role role) {
        return type(elements.getPackageOf(type).getQualifiedName().toString(), Names.generated(type, role));
    }

    String type(Class<?> type) {
        return type(type.getPackageName(), type.getSimpleName());
    }

    private String type(String owner, String name) {
        String qualified = qualified(owner, name);
        boolean isShadowed = owner.equals("java.lang") && elements.getTypeElement(qualified(packageName, name)) != null;
        if (isShadowed || !taken.computeIfAbsent(name, free -> qualified).equals(qualified)) {
            return qualified;
        }
        if (!owner.equals("java.lang") && !owner.equals(packageName)) {
            lines.add("import " + qualified + ";");
        }
        return name;
    }

    /** Returns a constant of a class, by its simple name where no field has that. */
    String constant(Class<?> owner, String name) {
        if (fields.contains(name)) {
            return type(owner) + "." + name;
        }
        return method(owner, name);
    }

    /** Returns a static method of a class by its simple name. */
    String method(Class<?> owner, String name) {
        staticLines.add("import static " + owner.getName() + "." + name + ";");
        return name;
    }

    private static String qualified(String packageName, String name) {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        staticLines.forEach(line -> text.append(line).append('\n'));
        if (!staticLines.isEmpty()) {
            text.append('\n');
        }
        lines.forEach(line -> text.append(line).append('\n'));
        return text.append('\n').toString();
    }
}
