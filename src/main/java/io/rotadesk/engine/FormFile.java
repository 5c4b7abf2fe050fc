package io.rotadesk.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads the file of a Camunda Form: JSON of limited size and depth, without duplicate names. */
final class FormFile {

    /** In bytes; our largest form has nine thousand. */
    static final int LARGEST = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(60)
                            .maxStringLength(100_000)
                            .maxNameLength(200)
                            .maxNumberLength(40)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private FormFile() {}

    /**
     * @throws IOException if the bytes are no JSON object, too many, or nested too deeply; the message may be shown
     */
    static JsonNode read(byte[] bytes) throws IOException {
        if (bytes.length > LARGEST) {
            throw new IOException("> " + LARGEST + " B");
        }
        JsonNode form = JSON.readTree(bytes);
        if (form == null || !form.isObject()) {
            throw new IOException("{ }");
        }
        return form;
    }
}
