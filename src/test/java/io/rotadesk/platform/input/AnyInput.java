package io.rotadesk.platform.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Generates texts and JSON values of every kind, and odd ones often. */
public final class AnyInput {

    /** Halves of surrogate pairs are sent as escapes, as any sender could write them. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private AnyInput() {}

    public static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.strings().all().ofMaxLength(40)),
                Tuple.of(
                        3,
                        Arbitraries.strings().withCharRange('\u4e00', '\u9fa5').ofMaxLength(40)),
                Tuple.of(2, Arbitraries.strings().ascii().ofMaxLength(300)),
                Tuple.of(1, Arbitraries.strings().numeric().ofMinLength(3).ofMaxLength(15)),
                Tuple.of(1, Arbitraries.strings().withChars('a').ofLength(20_000)),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                "",
                                " ",
                                "\u0000",
                                "a\u0000b",
                                "\ud800",
                                "\udfffx",
                                "\ud83d\ude00",
                                "\u202eabc\u202c",
                                "\u200b",
                                "\ufeff",
                                "\ufffe",
                                "\r\n",
                                "=1+1",
                                "\"",
                                "'",
                                "${7*7}",
                                "+8613800000001",
                                "9999-12-31T00:00:00Z",
                                "+999999999-12-31T23:59:59Z",
                                "-0001-01-01",
                                "2026-03-03T10:00:00")));
    }

    /** A value in JSON as it is sent. */
    public static Arbitrary<String> values() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, texts().map(AnyInput::json)),
                Tuple.of(1, Arbitraries.longs().map(String::valueOf)),
                Tuple.of(1, Arbitraries.doubles().map(String::valueOf)),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                "null",
                                "true",
                                "false",
                                "0",
                                "-1",
                                "1",
                                "1.0",
                                "1e300",
                                "1e-300",
                                "1E999",
                                "[]",
                                "{}",
                                "[[[]]]",
                                "[null]",
                                "{\"a\":{\"b\":[1]}}",
                                "123456789012345678901234567890")));
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An object of fields whose values are JSON already. */
    static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(one -> json(one.getKey()) + ":" + one.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A cell of CSV. */
    static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    static List<String> columns() {
        return List.of("login", "name", "mobile", "extension", "team", "place");
    }
}
