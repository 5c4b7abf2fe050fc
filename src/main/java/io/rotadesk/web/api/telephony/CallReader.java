package io.rotadesk.web.api.telephony;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.web.api.telephony.CallBodies.Event;
import io.rotadesk.web.api.telephony.CallBodies.IncomingCall;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Reads calls and their events less strictly than anything else: a field that comes twice counts as it came last, and a field that we do
 * not read can be as odd as it likes. How large a body may be is decided at the door.
 */
@Configuration
class CallReader implements WebMvcConfigurer {

    private static final Set<Type> READ = Set.of(IncomingCall.class, Event.class);

    private final ObjectMapper strict;

    CallReader(ObjectMapper strict) {
        this.strict = strict;
    }

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        ObjectMapper lenient = strict.copy().configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, false);
        lenient.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .build());
        converters.add(0, new ForCalls(lenient));
    }

    private static final class ForCalls extends MappingJackson2HttpMessageConverter {

        ForCalls(ObjectMapper mapper) {
            super(mapper);
        }

        @Override
        public boolean canRead(Type type, Class<?> context, MediaType media) {
            return READ.contains(type) && canRead(media);
        }

        @Override
        public boolean canRead(Class<?> type, MediaType media) {
            return READ.contains(type) && canRead(media);
        }

        @Override
        public boolean canWrite(Class<?> type, MediaType media) {
            return false;
        }
    }
}
