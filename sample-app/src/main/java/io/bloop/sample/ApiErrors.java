package io.bloop.sample;

import io.bloop.query.InvalidToken;
import io.bloop.request.ConstraintViolation;
import io.bloop.transaction.TransactionCancelled;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Answers with problem details that name the wrong fields. */
@RestControllerAdvice
class ApiErrors {

    /** Is what is wrong with one field. */
    record FieldProblem(String field, String message) {}

    @ExceptionHandler
    ProblemDetail unknown(UnknownLink ex) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(ex.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail taken(ConstraintViolation ex) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "This slug is taken; choose another.");
    }

    @ExceptionHandler
    ProblemDetail cancelled(TransactionCancelled ex) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                Links.isTaken(ex)
                        ? "This slug is taken; choose another."
                        : "The link is just being changed by others; try again.");
    }

    @ExceptionHandler
    ProblemDetail wrongToken(InvalidToken ex) {
        return wrong(List.of(new FieldProblem("token", "does not belong to this list; start at its first page")));
    }

    @ExceptionHandler
    ProblemDetail wrongField(InvalidField ex) {
        return wrong(List.of(new FieldProblem(ex.field(), ex.problem())));
    }

    @ExceptionHandler
    ProblemDetail wrongParameter(MethodArgumentTypeMismatchException ex) {
        return wrong(List.of(new FieldProblem(ex.getName(), "cannot be read")));
    }

    @ExceptionHandler
    ProblemDetail wrongFields(MethodArgumentNotValidException ex) {
        return wrong(ex.getFieldErrors().stream()
                .map(error -> new FieldProblem(error.getField(), String.valueOf(error.getDefaultMessage())))
                .sorted((left, right) -> left.field().compareTo(right.field()))
                .toList());
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException ex) {
        List<FieldProblem> fields = ex.getCause() instanceof JacksonException json
                ? json.getPath().stream()
                        .map(JacksonException.Reference::getPropertyName)
                        .filter(Objects::nonNull)
                        .map(name -> new FieldProblem(name, "cannot be read"))
                        .toList()
                : List.of();
        ProblemDetail problem = wrong(fields);
        if (fields.isEmpty()) {
            problem.setDetail("The request's body is not the JSON that it should be.");
        }
        return problem;
    }

    private static ProblemDetail wrong(List<FieldProblem> fields) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                fields.size() == 1 ? "One field is wrong." : fields.size() + " fields are wrong.");
        problem.setProperty("errors", fields);
        return problem;
    }
}
