package io.rotadesk.platform.words;

import java.nio.charset.StandardCharsets;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The texts of a module, from its message bundle. A class that makes sentences extends it and is called {@code
 * …Wording}.
 *
 * <p>Every text is a message format, even one without arguments, so an apostrophe is written twice. Numbers have no
 * separators, a year is 2026, unless the text formats them. The language of the machine is never used.
 */
public class Words {

    private final Bundle bundle;
    private final Locale product;

    /**
     * @param product the language of the product, for texts without another language
     * @param bundles the base names of the bundles, such as {@code i18n/call}
     */
    public Words(Locale product, String... bundles) {
        this.product = product;
        this.bundle = new Bundle(bundles);
    }

    /**
     * The text in the language of the product.
     *
     * @throws org.springframework.context.NoSuchMessageException if no bundle has the key
     */
    public final String get(String key, Object... arguments) {
        return get(product, key, arguments);
    }

    /** @throws org.springframework.context.NoSuchMessageException if no bundle has the key */
    public final String get(Locale locale, String key, Object... arguments) {
        return bundle.getMessage(key, arguments, locale);
    }

    /**
     * The text in the language of the person whose request is being answered; without one, in the language of the product. For
     * what only they read, such as a refusal: what is kept or what others read too is in the language of the product.
     *
     * @throws org.springframework.context.NoSuchMessageException if no bundle has the key
     */
    public final String toReader(String key, Object... arguments) {
        LocaleContext reader = LocaleContextHolder.getLocaleContext();
        Locale theirs = reader == null ? null : reader.getLocale();
        return get(theirs == null ? product : theirs, key, arguments);
    }

    /** @return {@code otherwise} as it is if no bundle has the key: it may be a person's own words, and is no format */
    public final String find(Locale locale, String key, String otherwise) {
        String found = bundle.getMessage(key, null, null, locale);
        return found == null ? otherwise : found;
    }

    /** The language of the product. */
    public final Locale locale() {
        return product;
    }

    private static final class Bundle extends ResourceBundleMessageSource {

        Bundle(String... names) {
            setBasenames(names);
            setDefaultEncoding(StandardCharsets.UTF_8.name());
            setFallbackToSystemLocale(false);
            setAlwaysUseMessageFormat(true);
        }

        @Override
        protected MessageFormat createMessageFormat(String text, Locale locale) {
            MessageFormat format = super.createMessageFormat(text, locale);
            Format[] parts = format.getFormats();
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] == null) {
                    format.setFormat(i, new Plain(locale));
                }
            }
            return format;
        }
    }

    /** Without this, a message format would write the year 2026 as 2,026. */
    private static final class Plain extends Format {

        private static final long serialVersionUID = 1L;

        private final NumberFormat numbers;

        Plain(Locale locale) {
            this.numbers = NumberFormat.getInstance(locale);
            numbers.setGroupingUsed(false);
        }

        @Override
        public StringBuffer format(Object value, StringBuffer to, FieldPosition position) {
            return value instanceof Number ? numbers.format(value, to, position) : to.append(value);
        }

        @Override
        public Object parseObject(String source, ParsePosition position) {
            throw new UnsupportedOperationException();
        }
    }
}
