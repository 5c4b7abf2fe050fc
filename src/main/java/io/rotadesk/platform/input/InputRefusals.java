package io.rotadesk.platform.input;

import io.rotadesk.platform.door.TokenInAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Whatever is wrong with a request before or while a controller reads it is a 4xx that names the field: a problem detail for
 * machines, a page for people, and one line in the log.
 */
@ControllerAdvice
@Order(InputRefusals.ORDER)
class InputRefusals {

    /** After the advices that know their own controllers, before Spring's for all. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1000;

    private static final Logger log = LoggerFactory.getLogger(InputRefusals.class);
    private static final int LONGEST_NAME = 60;

    private final Problems problems;
    private final FieldWording texts;

    InputRefusals(Problems problems, FieldWording texts) {
        this.problems = problems;
        this.texts = texts;
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException e, HttpServletRequest request, Locale locale) {
        Optional<BadField> field = texts.ofJson(e, locale);
        return field.isPresent()
                ? fields(List.of(field.get()), request, locale)
                : answer(problems.of(HttpStatus.BAD_REQUEST, "input.json", locale), request);
    }

    @ExceptionHandler
    Object bound(BindException e, HttpServletRequest request, Locale locale) {
        return fields(texts.of(e.getFieldErrors(), Machines.asks(request), locale), request, locale);
    }

    @ExceptionHandler
    Object typed(MethodArgumentTypeMismatchException e, HttpServletRequest request, Locale locale) {
        return field(e.getName(), texts.ofType(e.getRequiredType(), locale), request, locale);
    }

    @ExceptionHandler
    Object typed(MethodArgumentConversionNotSupportedException e, HttpServletRequest request, Locale locale) {
        return field(e.getName(), texts.ofType(e.getRequiredType(), locale), request, locale);
    }

    @ExceptionHandler
    Object validated(HandlerMethodValidationException e, HttpServletRequest request, Locale locale) {
        List<BadField> fields = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> named(
                                result.getMethodParameter().getParameterName(),
                                error.getDefaultMessage(),
                                request,
                                locale)))
                .toList();
        return fields(fields, request, locale);
    }

    @ExceptionHandler
    Object validated(ConstraintViolationException e, HttpServletRequest request, Locale locale) {
        List<BadField> fields = e.getConstraintViolations().stream()
                .map(one -> named(last(one), one.getMessage(), request, locale))
                .toList();
        return fields(fields, request, locale);
    }

    @ExceptionHandler
    Object missing(MissingServletRequestParameterException e, HttpServletRequest request, Locale locale) {
        return field(e.getParameterName(), problems.text("input.bad.missing", locale), request, locale);
    }

    @ExceptionHandler
    Object missing(MissingServletRequestPartException e, HttpServletRequest request, Locale locale) {
        return field(e.getRequestPartName(), problems.text("input.bad.missing", locale), request, locale);
    }

    @ExceptionHandler({MissingRequestValueException.class, ServletRequestBindingException.class})
    Object missing(ServletRequestBindingException e, HttpServletRequest request, Locale locale) {
        return answer(problems.of(HttpStatus.BAD_REQUEST, "input.request", locale), request);
    }

    /** A file that is too large has its own answer. */
    @ExceptionHandler
    Object multipart(MultipartException e, HttpServletRequest request, Locale locale) {
        HttpStatusCode status = e instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.BAD_REQUEST;
        return answer(problems.of(status, "input.request", locale), request);
    }

    @ExceptionHandler
    Object method(HttpRequestMethodNotSupportedException e, HttpServletRequest request, Locale locale) {
        return answer(problems.of(e.getStatusCode(), "input.method", locale, e.getMethod()), e.getHeaders(), request);
    }

    @ExceptionHandler
    Object mediaType(HttpMediaTypeException e, HttpServletRequest request, Locale locale) {
        return answer(problems.of(e.getStatusCode(), "input.mediaType", locale), e.getHeaders(), request);
    }

    @ExceptionHandler
    Object nothingThere(NoResourceFoundException e, HttpServletRequest request, Locale locale) {
        return answer(problems.of(e.getStatusCode(), "input.unknown", locale), request);
    }

    /** Something has become what it cannot be changed from. */
    @ExceptionHandler
    Object tooLate(TooLateException e, HttpServletRequest request, Locale locale) {
        log.info("{}", e.getMessage());
        return answer(problems.of(HttpStatus.CONFLICT, "input.tooLate", locale), request);
    }

    /** A controller's own refusal; its reason goes to the log only. */
    @ExceptionHandler
    Object refused(ErrorResponseException e, HttpServletRequest request, Locale locale) {
        HttpStatusCode status = e.getStatusCode();
        if (!status.is4xxClientError()
                || e.getBody().getType() != null && e.getBody().getProperties() != null) {
            return answer(e.getBody(), e.getHeaders(), request);
        }
        String key = status.value() == HttpStatus.NOT_FOUND.value() ? "input.unknown" : "input.request";
        return answer(problems.of(status, key, locale), e.getHeaders(), request);
    }

    /** A bad value should never get this far. Only the line in the log can tell which value it was. */
    @ExceptionHandler({DataIntegrityViolationException.class, DateTimeException.class, ArithmeticException.class})
    Object beyondSense(RuntimeException e, HttpServletRequest request, Locale locale) {
        log.warn(
                "{} {}: an invalid value got as far as {} ({})",
                request.getMethod(),
                TokenInAddress.masked(request.getRequestURI()),
                whereInOurCode(e),
                e.getClass().getSimpleName());
        return answer(problems.of(HttpStatus.BAD_REQUEST, "input.value", locale), request);
    }

    private Object field(String name, String message, HttpServletRequest request, Locale locale) {
        return fields(List.of(named(name, message, request, locale)), request, locale);
    }

    private BadField named(String name, String message, HttpServletRequest request, Locale locale) {
        return new BadField(Machines.asks(request) ? name : problems.label(name, locale), message);
    }

    private Object fields(List<BadField> fields, HttpServletRequest request, Locale locale) {
        return answer(problems.of(fields, locale), request);
    }

    private static Object answer(ProblemDetail problem, HttpServletRequest request) {
        return answer(problem, HttpHeaders.EMPTY, request);
    }

    private static Object answer(ProblemDetail problem, HttpHeaders headers, HttpServletRequest request) {
        Object fields = problem.getProperties() == null
                ? List.of()
                : problem.getProperties().getOrDefault("fields", List.of());
        log.info(
                "Refused {} {}: {}, {}",
                request.getMethod(),
                TokenInAddress.masked(request.getRequestURI()),
                problem.getStatus(),
                fields instanceof List<?> bad && !bad.isEmpty() ? names(bad) : problem.getTitle());
        if (Machines.asks(request)) {
            return ResponseEntity.status(problem.getStatus())
                    .headers(headers)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        ModelAndView page = new ModelAndView("error", HttpStatusCode.valueOf(problem.getStatus()));
        page.addObject("status", problem.getStatus());
        page.addObject("fields", fields);
        return page;
    }

    /** Logs the names of the fields only: the values may be personal. */
    private static List<String> names(List<?> fields) {
        return fields.stream()
                .map(field -> field instanceof BadField bad ? bad.field() : "?")
                .map(name -> SafeText.cut(SafeText.cleaned(name), LONGEST_NAME))
                .toList();
    }

    private static String last(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String whereInOurCode(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.rotadesk."))
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .findFirst()
                .orElse("the web layer");
    }
}
