package io.bloop.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Shortens the names that one source file uses, without conflicts with classes, fields and methods of the application
 * that have the same name.
 *
 * <p>A class of the package hides one of {@code java.lang}, unless that is imported, and hides the root of a qualified
 * name, but not of an import. A field hides a class and a package where an expression begins with them, also one that is
 * imported statically; a method hides those that are imported statically.
 */
final class Imports {

    private static final String LANG = "java.lang";

    private final Elements elements;
    private final String packageName;
    private final Scope scope;
    private final boolean prefersPackage;
    private final boolean prefersImports;
    private final Map<String, String> taken = new HashMap<>();
    private final Set<String> lines = new TreeSet<>();
    private final Set<String> staticLines = new TreeSet<>();
    private final Set<String> importedConstants = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();
    private final List<String> hidden = new ArrayList<>();
    private boolean hasNullOwners;

    /**
     * What the file's class declares.
     *
     * @param name the simple name of the class
     * @param nested the simple names of classes and type variables inside of the class, which hide all others there
     * @param fields the names of fields
     * @param methods the names of methods that could hide a static import
     */
    record Scope(String name, Set<String> nested, Set<String> fields, Set<String> methods) {

        /** A class without a name, for what is compared and not written. */
        static final Scope NONE = new Scope("", Set.of(), Set.of(), Set.of());
    }

    /**
     * Begins a file.
     *
     * @param packageName the file's package
     * @param scope what the file's class declares
     */
    Imports(Elements elements, String packageName, Scope scope) {
        this.elements = elements;
        this.packageName = packageName;
        this.scope = scope;
        // the simple name of a neighbour is reserved if it has no qualified name, or if that is hidden
        this.prefersPackage = packageName.isEmpty() || isNeighbour(root(packageName));
        this.prefersImports =
                !prefersPackage && Stream.of("java", "javax", "io", "org").anyMatch(this::isNeighbour);
        taken.put(scope.name(), qualified(packageName, scope.name()));
        scope.nested().forEach(name -> taken.put(name, ""));
    }

    private boolean isNeighbour(String name) {
        return elements.getTypeElement(qualified(packageName, name)) != null;
    }

    private static String root(String qualified) {
        int end = qualified.indexOf('.');
        return end < 0 ? qualified : qualified.substring(0, end);
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

    /** Returns a class with an annotation of its use. */
    String annotated(Class<?> annotation, Class<?> type) {
        String name = type(type);
        int simple = name.lastIndexOf('.') + 1;
        return name.substring(0, simple) + "@" + type(annotation) + " " + name.substring(simple);
    }

    private String type(String owner, String name) {
        String qualified = qualified(owner, name);
        if (!taken.containsKey(name) && isFree(owner, name)) {
            taken.put(name, qualified);
        }
        if (!qualified.equals(taken.get(name))) {
            if (owner.isEmpty() || isNeighbour(root(owner))) {
                hidden.add(qualified);
            }
            return qualified;
        }
        boolean isImplied = owner.equals(packageName) || owner.equals(LANG) && !isNeighbour(name);
        if (!isImplied) {
            lines.add("import " + qualified + ";");
        }
        return name;
    }

    /** Tells whether a class may take its simple name, which nobody has taken. */
    private boolean isFree(String owner, String name) {
        return owner.equals(packageName) ? !prefersImports : !prefersPackage || !isNeighbour(name);
    }

    /** Returns a constant of a class, by its simple name where no field has that and no expression begins with it. */
    String constant(Class<?> owner, String name) {
        if (scope.fields().contains(name) || beginnings.contains(name)) {
            return member(owner, name);
        }
        importedConstants.add(name);
        return imported(owner, name);
    }

    /** Returns a static method of a class, by its simple name where no method of the file's class has that. */
    String method(Class<?> owner, String name) {
        return scope.methods().contains(name) ? member(owner, name) : imported(owner, name);
    }

    private String imported(Class<?> owner, String name) {
        staticLines.add("import static " + owner.getName() + "." + name + ";");
        return name;
    }

    /** Returns a static member of a class as part of an expression. */
    String member(Class<?> owner, String name) {
        return member(type(owner), false, name);
    }

    /** Returns a static member of a class as part of an expression where the given parameters are seen. */
    String member(TypeElement owner, String name, String... parameters) {
        String type = type(owner);
        return member(type, isHiddenInside(owner) || List.of(parameters).contains(root(type)), name);
    }

    /** Returns a constant of the class that is written for a model or a document. */
    String generatedConstant(TypeElement type, Role role) {
        return generatedMember(type, role, Names.constant(type));
    }

    /** Returns a static member of the class that is written for a model or a document, as part of an expression. */
    String generatedMember(TypeElement type, Role role, String name) {
        return member(generated(type, role), false, name);
    }

    private String member(String owner, boolean isHidden, String name) {
        String root = root(owner);
        if (isHidden || scope.fields().contains(root) || importedConstants.contains(root)) {
            // a cast names a class, and nothing else
            hasNullOwners = true;
            return "((" + owner + ") null)." + name;
        }
        // a constant that is asked for later must not take its place
        beginnings.add(root);
        return owner + "." + name;
    }

    /** Tells whether a field hides a nested class, or a class that it is in. */
    private boolean isHiddenInside(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer
                && (isHiddenInside(outer)
                        || ElementFilter.fieldsIn(elements.getAllMembers(outer)).stream()
                                .anyMatch(field -> field.getSimpleName().equals(type.getSimpleName())));
    }

    /** Tells whether static members are reached by a null of their class, which compilers warn of. */
    boolean hasNullOwners() {
        return hasNullOwners;
    }

    /** Returns the classes that cannot be named in the file, since other classes hide them. */
    List<String> hidden() {
        return hidden.stream().distinct().toList();
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
