package io.rotadesk.platform.door;

import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.coyote.Request;
import org.springframework.util.unit.DataSize;

/**
 * How large the body of a request may be and how long it may take to arrive. The limits depend on the address and on
 * the sender.
 *
 * @param bytes the largest size of the body as it arrives
 * @param deadline the time in which the whole body must arrive
 */
record BodyLimits(int bytes, Duration deadline) {

    private static final int FOR_STRANGERS = kilobytes(16);
    private static final int FOR_THE_API = kilobytes(64);
    private static final int FOR_LISTS = kilobytes(1024);
    private static final int FOR_THE_ENGINE = kilobytes(1024);
    /**
     * A roster of one megabyte takes three megabytes when it is pasted into a form, because of the percent encoding.
     */
    private static final int FOR_PAGES = kilobytes(4 * 1024);

    private static final int FOR_MODELS = kilobytes(10 * 1024);
    /** A photo or scan of the largest size that can be set, or several smaller ones in one form. */
    private static final int FOR_FILES = kilobytes(32 * 1024);
    /** Shorter than the time for which a silent connection is kept, so that an answer can still be sent. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private static final Duration UPLOAD = Duration.ofSeconds(60);
    /** Photos come from phones on the way. */
    private static final Duration UPLOAD_OF_FILES = Duration.ofMinutes(5);

    private static final Pattern LIST = Pattern.compile("/api/units/[^/]+/(roster|call-list)");
    private static final Pattern FILES = Pattern.compile("/desk/(matters|papers|hall)/[^/]+/attachments");
    private static final Pattern DEPLOYMENT = Pattern.compile("/(engine-rest|camunda/api/engine/.+)/deployment/create");

    static BodyLimits of(Request request, Guest guest) {
        boolean stranger = guest == Guest.WATCHER || guest == Guest.STRANGER && !Recognition.claimsSomething(request);
        int bytes = stranger ? FOR_STRANGERS : bytes(Recognition.address(request));
        return new BodyLimits(bytes, deadline(bytes));
    }

    private static Duration deadline(int bytes) {
        if (bytes == FOR_FILES) {
            return UPLOAD_OF_FILES;
        }
        return bytes > FOR_THE_API ? UPLOAD : SOON;
    }

    private static int bytes(String path) {
        if (LIST.matcher(path).matches()) {
            return FOR_LISTS;
        } else if (path.startsWith("/api/")) {
            return FOR_THE_API;
        } else if (DEPLOYMENT.matcher(path).matches()) {
            return FOR_MODELS;
        } else if (path.startsWith("/engine-rest/") || path.startsWith("/camunda/")) {
            return FOR_THE_ENGINE;
        } else if (FILES.matcher(path).matches()) {
            return FOR_FILES;
        }
        return path.startsWith("/desk/") ? FOR_PAGES : FOR_STRANGERS;
    }

    private static int kilobytes(int number) {
        return (int) DataSize.ofKilobytes(number).toBytes();
    }
}
