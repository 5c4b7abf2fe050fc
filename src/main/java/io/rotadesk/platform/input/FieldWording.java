package io.rotadesk.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;

/** Finds the bad field of a failure and says in words what its value must be. */
@Component
class FieldWording {

    private static final int LONGEST_NAME = 100;

    private final MessageSource messages;
    private final Problems problems;

    FieldWording(MessageSource messages, Problems problems) {
        this.messages = messages;
        this.problems = problems;
    }

    /** @param asSent whether the fields keep the names under which they were sent, for a machine */
    List<BadField> of(List<FieldError> errors, boolean asSent, Locale locale) {
        return errors.stream()
                .sorted(Comparator.comparing(FieldError::getField))
                .map(error -> new BadField(
                        asSent ? error.getField() : problems.label(error.getField(), locale), message(error, locale)))
                .toList();
    }

    private String message(FieldError error, Locale locale) {
        if (!error.isBindingFailure()) {
            return error.getDefaultMessage();
        }
        Class<?> type = error.contains(org.springframework.beans.TypeMismatchException.class)
                ? error.unwrap(org.springframework.beans.TypeMismatchException.class)
                        .getRequiredType()
                : null;
        return ofType(type, locale);
    }

    /** @param type the type the value should have had; null if unknown */
    String ofType(Class<?> type, Locale locale) {
        if (type == null) {
            return text("input.bad.value", locale);
        }
        if (type.isEnum()) {
            String words = Arrays.stream(type.getEnumConstants())
                    .map(one -> ((Enum<?>) one).name())
                    .collect(Collectors.joining(", "));
            return text("input.bad.word", locale, words);
        }
        if (TemporalAccessor.class.isAssignableFrom(type)) {
            return text("input.bad.time", locale, String.valueOf(Times.FIRST_YEAR), String.valueOf(Times.LAST_YEAR));
        }
        if (type == boolean.class || type == Boolean.class) {
            return text("input.bad.word", locale, "true, false");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return text("input.bad.number", locale);
        }
        return text("input.bad.value", locale);
    }

    /** @return empty if the body as a whole cannot be read */
    Optional<BadField> ofJson(HttpMessageNotReadableException e, Locale locale) {
        Throwable cause = e.getCause();
        if (cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Optional.of(new BadField(path(mapping), message(mapping, locale)));
        }
        // The parser itself failed, and knows where.
        if (cause instanceof JsonProcessingException broken
                && String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate field")
                && broken.getProcessor() instanceof JsonParser parser) {
            return named(parser).map(name -> new BadField(name, text("input.bad.twice", locale)));
        }
        return Optional.empty();
    }

    private static Optional<String> named(JsonParser parser) {
        try {
            return Optional.ofNullable(parser.currentName()).filter(name -> name.length() <= LONGEST_NAME);
        } catch (java.io.IOException e) {
            return Optional.empty();
        }
    }

    private String message(JsonMappingException e, Locale locale) {
        if (Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(BadCharactersException.class::isInstance)) {
            return text("input.bad.characters", locale);
        }
        if (e instanceof UnrecognizedPropertyException) {
            return text("input.bad.unknown", locale);
        }
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? ofType(mismatch.getTargetType(), locale)
                : text("input.bad.value", locale);
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(FieldWording::part)
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        String kept = SafeText.canBeKept(path) ? path : SafeText.cleaned(path);
        return SafeText.cut(kept, LONGEST_NAME);
    }

    private static String part(Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName();
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
