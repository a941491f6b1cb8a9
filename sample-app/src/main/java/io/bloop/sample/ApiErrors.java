package io.bloop.sample;

import io.bloop.query.InvalidToken;
import io.bloop.request.ConstraintViolation;
import io.bloop.transaction.TransactionCancelled;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Answers with problem details that name the wrong fields. */
@RestControllerAdvice
class ApiErrors {

    @ExceptionHandler
    @Nullable
    ProblemDetail unknown(UnknownLink ex, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForAPerson(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return null;
        }
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(ex.getMessage()));
    }

    /** Tells requests that a person sees the answer of from those of the API. */
    private static boolean isForAPerson(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return !request.getRequestURI().startsWith("/api/")
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Answers requests that no method takes: of an unknown path, another method or another type. */
    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class
    })
    ResponseEntity<ProblemDetail> wrongRequest(ServletException ex, HttpServletRequest request)
            throws ServletException {
        if (isForAPerson(request) || !(ex instanceof ErrorResponse known)) {
            throw ex;
        }
        return ResponseEntity.status(known.getStatusCode())
                .headers(known.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(known.getBody());
    }

    @ExceptionHandler
    ProblemDetail taken(ConstraintViolation ex) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                ex.isPerhapsApplied()
                        ? "It is not known whether the link was stored; look it up."
                        : "This slug is taken; choose another.");
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
    ProblemDetail wrongFields(InvalidFields ex) {
        return wrong(ex.problems());
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
