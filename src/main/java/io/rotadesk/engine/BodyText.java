package io.rotadesk.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.rotadesk.platform.input.SafeText;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.camunda.bpm.engine.BadUserRequestException;

/**
 * Reads a JSON body once before the engine's resources do. It must be an object or a list without texts that cannot be
 * stored. The resources' own reader lets everything through, and they fail on {@code null}.
 */
public class BodyText implements ReaderInterceptor {

    private static final int DEEPEST = 200;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getMediaType() != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            byte[] body = context.getInputStream().readAllBytes();
            check(body);
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }

    private static void check(byte[] body) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                // Some requests need no body.
                return;
            }
            if (!first.isStructStart()) {
                throw new BadUserRequestException("The body is neither an object nor a list");
            }
            for (JsonToken token = first; token != null; token = json.nextToken()) {
                boolean text = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
                if (text && !SafeText.canBeKept(json.getText())) {
                    throw new BadUserRequestException("Field '" + SafeText.cleaned(String.valueOf(json.currentName()))
                            + "' has a character that cannot be stored");
                }
            }
        } catch (JsonProcessingException broken) {
            throw new BadUserRequestException("The body is no JSON", broken);
        }
    }
}
