package io.rotadesk.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.stereotype.Component;

/**
 * Reads JSON strictly. It refuses duplicate and unknown fields, a number for a text, a text for a number, anything
 * after the end, text that cannot be stored, and times outside the sensible years.
 */
@Component
class StrictJson implements Jackson2ObjectMapperBuilderCustomizer {

    /** Deeper than anything that we read, and far below what would overflow the stack. */
    private static final int DEEPEST = 50;

    private static final int LONGEST_NUMBER = 100;

    @Override
    public void customize(Jackson2ObjectMapperBuilder builder) {
        builder.featuresToEnable(
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature())
                .featuresToDisable(DeserializationFeature.ACCEPT_FLOAT_AS_INT, MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .postConfigurer(mapper -> {
                    mapper.getFactory()
                            .setStreamReadConstraints(StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .build());
                    mapper.registerModule(module());
                });
    }

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule("sensible values");
        module.addDeserializer(String.class, new Text());
        module.addKeyDeserializer(String.class, new Key());
        add(module, LocalDate.class, LocalDate::parse);
        add(module, LocalDateTime.class, LocalDateTime::parse);
        add(module, OffsetDateTime.class, OffsetDateTime::parse);
        add(module, Instant.class, Instant::parse);
        add(module, YearMonth.class, YearMonth::parse);
        return module;
    }

    private static <T extends TemporalAccessor> void add(
            SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addDeserializer(type, new Time<>(type, parse));
    }

    /** Accepts a text and nothing else. */
    private static final class Text extends StdScalarDeserializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getText();
            if (!SafeText.canBeKept(text)) {
                throw new BadCharactersException(parser);
            }
            return text;
        }
    }

    private static final class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            if (!SafeText.canBeKept(key)) {
                throw new BadCharactersException(context.getParser());
            }
            return key;
        }
    }

    /** Accepts a day or a time as text; never a number of seconds. */
    private static final class Time<T extends TemporalAccessor> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> parse;

        Time(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            String text = parser.getText();
            try {
                return Times.sensible(parse.apply(text));
            } catch (DateTimeException e) {
                return (T) context.handleWeirdStringValue(handledType(), text, "not a sensible time");
            }
        }
    }
}
