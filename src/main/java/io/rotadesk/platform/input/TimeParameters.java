package io.rotadesk.platform.input;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Reads days and times in addresses and forms: in ISO 8601 and within the sensible years, whether the parameter has a
 * {@link DateTimeFormat} or not.
 */
@Configuration(proxyBeanMethods = false)
class TimeParameters implements WebMvcConfigurer {

    private static final Map<Class<?>, Function<String, ? extends TemporalAccessor>> TYPES = Map.of(
            LocalDate.class, LocalDate::parse,
            LocalDateTime.class, LocalDateTime::parse,
            LocalTime.class, LocalTime::parse,
            OffsetDateTime.class, OffsetDateTime::parse,
            ZonedDateTime.class, ZonedDateTime::parse,
            Instant.class, Instant::parse,
            YearMonth.class, YearMonth::parse,
            Year.class, Year::parse);

    @Override
    public void addFormatters(FormatterRegistry registry) {
        TYPES.forEach((type, parse) -> registry.addFormatterForFieldType(type, new Iso(parse)));
        registry.addFormatterForFieldAnnotation(new Annotated());
    }

    private record Iso(Function<String, ? extends TemporalAccessor> parse) implements Formatter<TemporalAccessor> {

        @Override
        public TemporalAccessor parse(String text, Locale locale) throws ParseException {
            try {
                return Times.sensible(parse.apply(text.strip()));
            } catch (DateTimeException e) {
                throw new ParseException("not a sensible time", 0);
            }
        }

        @Override
        public String print(TemporalAccessor time, Locale locale) {
            return time.toString();
        }
    }

    /** Replaces Spring's own formatter, so that there is one way to write a day. */
    private static final class Annotated implements AnnotationFormatterFactory<DateTimeFormat> {

        @Override
        public Set<Class<?>> getFieldTypes() {
            return TYPES.keySet();
        }

        @Override
        public Printer<?> getPrinter(DateTimeFormat annotation, Class<?> type) {
            return new Iso(TYPES.get(type));
        }

        @Override
        public Parser<?> getParser(DateTimeFormat annotation, Class<?> type) {
            return new Iso(TYPES.get(type));
        }
    }
}
