package io.bloop.shop;

import io.bloop.query.InvalidToken;
import io.bloop.request.ConstraintViolation;
import io.bloop.transaction.TransactionCancelled;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers with problem details that say what is wrong. */
@RestControllerAdvice
class ApiErrors extends ResponseEntityExceptionHandler {

    record FieldProblem(String field, String message) {}

    @ExceptionHandler
    ProblemDetail unknown(Unknown ex) {
        return problem(HttpStatus.NOT_FOUND, ex.getMessage());
    }

    @ExceptionHandler
    ProblemDetail conflict(Conflict ex) {
        return problem(HttpStatus.CONFLICT, ex.getMessage());
    }

    @ExceptionHandler
    ProblemDetail outOfStock(OutOfStock ex) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, ex.getMessage());
        problem.setProperty("products", ex.skus());
        return problem;
    }

    /** Answers where a version has moved or an item is taken because of somebody else, just now. */
    @ExceptionHandler({ConstraintViolation.class, TransactionCancelled.class})
    ProblemDetail changedByOthers() {
        return problem(HttpStatus.CONFLICT, "Somebody else is changing the same items; try again.");
    }

    @ExceptionHandler
    ProblemDetail wrongToken(InvalidToken ex) {
        return wrong(Stream.of(new FieldProblem("token", "does not belong to this list")));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = wrong(ex.getFieldErrors().stream().map(ApiErrors::problem));
        return handleExceptionInternal(ex, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = wrong(ex.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> error instanceof FieldError field
                                ? problem(field)
                                : new FieldProblem(
                                        String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                        String.valueOf(error.getDefaultMessage())))));
        return handleExceptionInternal(ex, problem, headers, status, request);
    }

    private static FieldProblem problem(FieldError error) {
        return new FieldProblem(error.getField(), String.valueOf(error.getDefaultMessage()));
    }

    private static ProblemDetail wrong(Stream<FieldProblem> problems) {
        List<FieldProblem> fields = problems.sorted(
                        Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::message))
                .toList();
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST,
                fields.size() == 1 ? "One field is wrong." : fields.size() + " fields are wrong.");
        problem.setProperty("errors", fields);
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, @Nullable String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
