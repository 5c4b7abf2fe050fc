package io.rotadesk.platform.input;

import io.rotadesk.platform.door.TokenInAddress;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.error.ErrorAttributeOptions.Include;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/**
 * The content of the error page: the bad fields, if there are any, and never the text of an exception. A failure of our
 * own has an id, which is in the log right after the failure, with its kind and place.
 */
@Component
class ErrorPage extends DefaultErrorAttributes {

    /** The request attribute with a list of {@link BadField}. */
    static final String FIELDS = ErrorPage.class.getName() + ".fields";

    private static final Logger log = LoggerFactory.getLogger(ErrorPage.class);

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> shown = super.getErrorAttributes(
                request,
                options.excluding(Include.MESSAGE, Include.EXCEPTION, Include.STACK_TRACE, Include.BINDING_ERRORS));
        shown.remove("message");
        Object fields = request.getAttribute(FIELDS, RequestAttributes.SCOPE_REQUEST);
        if (fields != null) {
            shown.put("fields", fields);
        }
        if (shown.get("status") instanceof Integer status && status >= 500) {
            String id = UUID.randomUUID().toString();
            String path = TokenInAddress.masked(String.valueOf(shown.get("path")));
            log.error("{} was answered with {}, {}: {}", path, status, id, origin(getError(request)));
            shown.put("id", id);
        }
        return shown;
    }

    /** The kind of failure and the place in our code; its text may name a person. */
    private static String origin(Throwable failure) {
        if (failure == null) {
            return "no exception";
        }
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String place = Stream.of(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.rotadesk"))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        return cause.getClass().getName() + place;
    }
}
