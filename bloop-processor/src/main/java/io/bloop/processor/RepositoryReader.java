package io.bloop.processor;

import io.bloop.annotation.BloopRepository;
import io.bloop.annotation.Filter;
import io.bloop.annotation.Scan;
import io.bloop.annotation.UseIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.ElementFilter;

/** Reads an annotated repository and finds its mistakes, all of them. */
final class RepositoryReader {

    private final ModelContext scope;

    private RepositoryReader(ModelContext scope) {
        this.scope = scope;
    }

    /** Returns the repository, of which an implementation can be written if the scope has no errors then. */
    static Optional<ParsedRepository> read(ModelContext scope) {
        if (scope.model().getKind() != ElementKind.INTERFACE) {
            scope.error(
                    Spot.of(scope.model()),
                    scope.name() + " is no interface, and @BloopRepository goes on one; make it an interface.");
            return Optional.empty();
        }
        ClassCheck.checkReach(scope);
        return Optional.of(new RepositoryReader(scope).read());
    }

    private ParsedRepository read() {
        AnnotationUse mark =
                AnnotationUse.find(scope.model(), BloopRepository.class).orElseThrow();
        Optional<TypeElement> type = new ModelLookup(scope).find(mark, scope.name() + " is a repository of");
        List<RepositoryMethod> methods = methods();
        List<RepositoryMethod.Written> written = new ArrayList<>();
        type.ifPresent(found -> {
            RepositoryModel model = new RepositoryModel(scope, found);
            for (RepositoryMethod method : methods) {
                body(model, method).ifPresent(body -> written.add(new RepositoryMethod.Written(method, body)));
            }
        });
        return new ParsedRepository(scope, type, methods, written);
    }

    private List<RepositoryMethod> methods() {
        Map<String, RepositoryMethod> methods = new LinkedHashMap<>();
        for (ExecutableElement element :
                ElementFilter.methodsIn(scope.elements().getAllMembers(scope.model()))) {
            if (!element.getModifiers().contains(Modifier.ABSTRACT)) {
                continue;
            }
            ExecutableType type = (ExecutableType) scope.typeOf(element);
            List<RepositoryMethod.Parameter> parameters = new ArrayList<>();
            for (int i = 0; i < element.getParameters().size(); i++) {
                Element parameter = element.getParameters().get(i);
                parameters.add(new RepositoryMethod.Parameter(
                        parameter.getSimpleName().toString(),
                        type.getParameterTypes().get(i),
                        parameter));
            }
            RepositoryMethod method = new RepositoryMethod(element, type.getReturnType(), parameters);
            methods.putIfAbsent(
                    method.name()
                            + parameters.stream()
                                    .map(one -> TypeNames.erased(one.type()))
                                    .toList(),
                    method);
        }
        return List.copyOf(methods.values());
    }

    private Optional<RepositoryMethod.Body> body(RepositoryModel model, RepositoryMethod method) {
        RepositoryCalls calls = new RepositoryCalls(model, method);
        if (!method.element().getTypeParameters().isEmpty()) {
            scope.error(
                    Spot.of(method.element()),
                    "The method " + method.name() + " of " + scope.name()
                            + " has type parameters, for which there is no call; make it a default method.");
            return Optional.empty();
        }
        boolean isAll = method.name().equals("deleteAll") && method.parameters().isEmpty();
        if (calls.isKnown() && !isAll) {
            plain(method);
            return calls.read();
        }
        if (DerivedName.isDerived(method.name())) {
            return new RepositoryQueries(model, method).read();
        }
        scope.error(
                Spot.of(method.element()),
                "The method " + method.name() + " of " + scope.name()
                        + " is none that Bloop can write: begin its name with findBy, countBy or existsBy; call it find, exists, "
                        + "update, delete, save, insert, replace, saveAll, replaceAll or deleteAll; or make it a default method "
                        + "that calls others.");
        return Optional.empty();
    }

    /** Refuses what says something of a search where there is none. */
    private void plain(RepositoryMethod method) {
        Stream.concat(
                        Stream.of(Scan.class, UseIndex.class)
                                .flatMap(type -> AnnotationUse.find(method.element(), type).stream()),
                        method.parameters().stream()
                                .flatMap(one -> AnnotationUse.find(one.element(), Filter.class).stream()))
                .forEach(mark -> scope.error(
                        Spot.of(mark),
                        "The method " + method.name() + " of " + scope.name() + " is no search, on which " + mark
                                + " has no effect; take it away."));
    }
}
