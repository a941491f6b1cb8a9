package io.bloop.processor;

import io.bloop.Suggestion;
import io.bloop.annotation.Default;
import io.bloop.annotation.From;
import io.bloop.annotation.ProjectionOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads an annotated projection and finds its mistakes, all of them. */
final class ProjectionReader {

    private final ModelContext scope;
    private final ModelLookup lookup;
    private final AnnotationUse mark;

    private ProjectionReader(ModelContext scope) {
        this.scope = scope;
        this.lookup = new ModelLookup(scope);
        this.mark = AnnotationUse.find(scope.model(), ProjectionOf.class).orElseThrow();
    }

    /** Returns the projection, of which a definition can be written if the scope has no errors then. */
    static Optional<ParsedProjection> read(ModelContext scope) {
        if (!ClassCheck.canBe(scope)) {
            return Optional.empty();
        }
        ClassCheck.checkReach(scope);
        return Optional.of(new ProjectionReader(scope).read());
    }

    private ParsedProjection read() {
        Optional<TypeElement> model = lookup.find(mark, scope.name() + " is a projection of");
        List<ProjectedMember> members = model.isEmpty() ? List.of() : members(model.get());
        return new ParsedProjection(scope, model, members);
    }

    private List<ProjectedMember> members(TypeElement model) {
        List<ModelColumn> columns = lookup.columns(model);
        List<ProjectedMember> members = new ArrayList<>();
        for (ProjectedMember member : declared()) {
            Optional<ProjectedMember.Source> source = source(model, columns, member);
            source.ifPresent(found -> checkType(model, member, found));
            members.add(new ProjectedMember(member.name(), member.type(), member.element(), member.getter(), source));
        }
        return members;
    }

    private List<ProjectedMember> declared() {
        TypeElement type = scope.model();
        List<ProjectedMember> members = switch (type.getKind()) {
            case RECORD -> components();
            case INTERFACE -> getters();
            default -> parameters();
        };
        if (members.isEmpty() && !scope.problems().hasErrors()) {
            scope.error(
                    Spot.of(type),
                    scope.name() + " is a projection without members; give it one for each column that it is to have.");
        }
        return members;
    }

    private List<ProjectedMember> components() {
        Map<String, Element> fields = MemberReader.candidates(scope.model());
        List<ProjectedMember> members = new ArrayList<>();
        for (Creation.Parameter component : Creation.ofRecord(scope.model()).parameters()) {
            // unlike a component, the field has a line number
            Element field = fields.getOrDefault(component.name(), component.element());
            members.add(member(component.name(), component.type(), field, component.name()));
        }
        return members;
    }

    private List<ProjectedMember> parameters() {
        List<ExecutableElement> marked = CreationReader.marked(scope.model());
        List<ExecutableElement> constructors = marked.isEmpty()
                ? ElementFilter.constructorsIn(scope.model().getEnclosedElements()).stream()
                        .filter(scope::isOpen)
                        .toList()
                : marked.stream()
                        .filter(one -> one.getKind() == ElementKind.CONSTRUCTOR)
                        .toList();
        if (scope.isAbstract() || constructors.size() != 1) {
            String why = scope.isAbstract()
                    ? "is an abstract class, of which there are no objects"
                    : "has " + (constructors.isEmpty() ? "no constructor" : constructors.size() + " constructors")
                            + " that could take its members";
            scope.error(
                    Spot.of(scope.model()),
                    scope.name() + " " + why + "; make it a record or an interface"
                            + (constructors.size() > 1 ? ", or mark one with @BloopCreator." : "."));
            return List.of();
        }
        List<ProjectedMember> members = new ArrayList<>();
        for (VariableElement parameter : constructors.get(0).getParameters()) {
            String name = parameter.getSimpleName().toString();
            members.add(member(name, parameter.asType(), parameter, name));
        }
        return members;
    }

    private List<ProjectedMember> getters() {
        Map<String, ProjectedMember> members = new LinkedHashMap<>();
        for (ExecutableElement method : ElementFilter.methodsIn(scope.elements().getAllMembers(scope.model()))) {
            if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
                continue;
            }
            String name = method.getSimpleName().toString();
            TypeMirror type = ((ExecutableType) scope.typeOf(method)).getReturnType();
            if (!method.getParameters().isEmpty() || type.getKind() == TypeKind.VOID) {
                scope.error(
                        Spot.of(method),
                        "The method " + name + " of " + scope.name()
                                + " is no getter, and a projection has nothing else; make it a default method, or take it "
                                + "away.");
                continue;
            }
            members.put(name, member(AccessorNames.member(method), type, method, name));
        }
        return List.copyOf(members.values());
    }

    private static ProjectedMember member(String name, TypeMirror type, Element element, String getter) {
        return new ProjectedMember(name, type, element, getter, Optional.empty());
    }

    private static Spot spot(ProjectedMember member) {
        return AnnotationUse.find(member.element(), From.class)
                .map(from -> Spot.of(from, "value"))
                .orElseGet(() -> Spot.of(member.element()));
    }

    private Optional<ProjectedMember.Source> source(
            TypeElement model, List<ModelColumn> columns, ProjectedMember member) {
        String path = AnnotationUse.find(member.element(), From.class)
                .flatMap(from -> from.text("value"))
                .orElse(member.name());
        List<String> names = List.of(path.split("\\.", -1));
        List<String> fields = new ArrayList<>();
        List<ModelColumn> known = columns;
        String place = model.getSimpleName().toString();
        ModelContext owner = lookup.context(model);
        for (int i = 0; ; i++) {
            String name = names.get(i);
            Optional<ModelColumn> found =
                    known.stream().filter(one -> one.name().equals(name)).findFirst();
            if (found.isEmpty()) {
                scope.error(
                        spot(member),
                        scope.part(member.name()) + " has the value of '" + path + "', and " + place + " has no "
                                + (i == 0 ? "column '" : "member '") + name + "'. "
                                + Suggestion.sentence(
                                        name,
                                        known.stream().map(ModelColumn::name).toList()));
                return Optional.empty();
            }
            fields.add(i > 0 && Recursion.isEndless(owner, found.get()) ? name + "()" : name);
            if (i == names.size() - 1) {
                return found.get().type().map(type -> new ProjectedMember.Source(fields, found.get()));
            }
            Optional<TypeElement> document = document(found.get());
            if (document.isEmpty()) {
                scope.error(
                        spot(member),
                        scope.part(member.name()) + " has the value of '" + path + "', and '" + name + "' of " + place
                                + " is a " + TypeNames.simple(found.get().javaType())
                                + ", inside of which no member can be named; name the whole of it.");
                return Optional.empty();
            }
            owner = lookup.document(document.get());
            known = lookup.members(document.get());
            place = document.get().getSimpleName().toString();
        }
    }

    /** Returns the document that a member holds, unless it is one of several. */
    private static Optional<TypeElement> document(ModelColumn member) {
        return member.type()
                .flatMap(StoredType::nesting)
                .filter(Nesting.OfDocument.class::isInstance)
                .map(nesting -> ((Nesting.OfDocument) nesting).document())
                .filter(type -> !Subtypes.arePart(type));
    }

    private void checkType(TypeElement model, ProjectedMember member, ProjectedMember.Source source) {
        TypeMirror from = source.last().javaType();
        TypeMirror to = member.type();
        String place = model.getSimpleName() + "."
                + source.path().stream().map(step -> step.replace("()", "")).collect(Collectors.joining("."));
        String what = scope.part(member.name()) + " has the type " + TypeNames.simple(to) + ", and " + place
                + " the type " + TypeNames.simple(from);
        boolean isOptional = TypeNames.held(to).isPresent() && !source.last().isOptional();
        TypeMirror taken = isOptional ? TypeNames.held(to).get() : to;
        if (!scope.types().isAssignable(isOptional ? scope.boxed(from) : from, taken)) {
            scope.error(Spot.of(member.element()), what + "; declare it as " + TypeNames.simple(from) + ".");
        } else if (to.getKind().isPrimitive()
                && !from.getKind().isPrimitive()
                && source.last().mark(Default.class).isEmpty()) {
            scope.error(
                    Spot.of(member.element()),
                    what + ", which is null where the attribute is absent; declare it as " + TypeNames.simple(from)
                            + ".");
        }
    }
}
