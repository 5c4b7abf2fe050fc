package io.rotadesk.platform.door;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/** Lets a request that is complete into the application, if there is a place for its guest. */
class Entrance {

    private static final int BUSY = 503;
    private static final byte[] BUSY_TEXT = """
            {"type":"about:blank","title":"Service Unavailable","status":503,\
            "detail":"Too many requests are under way. Send it again in a moment."}""".getBytes(StandardCharsets.UTF_8);

    private final Adapter application;
    private final Places places;

    Entrance(Adapter application, Places places) {
        this.application = application;
        this.places = places;
    }

    void admit(Request request, Response response, Guest guest) throws Exception {
        try (Places.Place place = places.take(guest)) {
            if (place != null) {
                application.service(request, response);
                return;
            }
        }
        try (Places.Place place = places.toRefuse()) {
            if (place == null) {
                request.action(ActionCode.CLOSE_NOW, null);
            } else {
                sayThatAllAreBusy(request, response);
            }
        }
    }

    /** Answered here and not in the application, which would need a thread for it, and threads are what is short. */
    private static void sayThatAllAreBusy(Request request, Response response) throws IOException {
        response.setStatus(BUSY);
        response.setContentType("application/problem+json");
        response.setContentLength(BUSY_TEXT.length);
        response.setHeader("Retry-After", "1");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!request.getMethod().equals("HEAD")) {
            response.doWrite(ByteBuffer.wrap(BUSY_TEXT));
        }
        response.action(ActionCode.CLOSE, null);
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
}
