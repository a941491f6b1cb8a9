package io.bloop.sample;

import java.util.List;

/** Says what is wrong with the fields of a request, all of them at once. */
final class InvalidFields extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    InvalidFields(List<FieldProblem> problems) {
        super(problems.toString());
        this.problems = problems;
    }

    InvalidFields(String field, String message) {
        this(List.of(new FieldProblem(field, message)));
    }

    List<FieldProblem> problems() {
        return problems;
    }
}
