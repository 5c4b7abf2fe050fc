package io.rotadesk.platform.door;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Stands between Tomcat's network and everything else. A request enters the application when its body has arrived; until
 * then the connection waits as an idle one does, without a thread, and not for ever. Tomcat by itself gives a thread to a
 * request as soon as its head is there, and the thread then waits for each byte of the body.
 *
 * <p>It uses Tomcat's own means for requests that are read without waiting, one level below the servlets: filters,
 * security and controllers see an ordinary request.
 */
class WaitingRoom implements Adapter {

    /** Tomcat offers the numbers 0 to 31 to everybody; its own adapter takes 1. */
    private static final int NOTE = 17;

    private static final int BAD_REQUEST = 400;
    private static final int TOO_SLOW = 408;
    private static final int TOO_LARGE = 413;
    private static final int BUSY = 503;
    private static final Duration PATIENCE_WITH_THE_REST = Duration.ofSeconds(5);

    private final Adapter application;
    private final Recognition recognition;
    private final Entrance entrance;
    private final Memory memory;

    WaitingRoom(Adapter application, Recognition recognition, Places places, Memory memory) {
        this.application = application;
        this.recognition = recognition;
        this.entrance = new Entrance(application, places);
        this.memory = memory;
    }

    /** @param rest the rest of the body, which is thrown away after the answer; null before the answer */
    private record Stay(Guest guest, Body body, Rest rest) {}

    @Override
    public void service(Request request, Response response) throws Exception {
        forgetThePreviousOne(request);
        Guest guest = recognition.guest(request);
        if (request.isFinished()) {
            entrance.admit(request, response, guest);
            return;
        }
        BodyLimits limits = BodyLimits.of(request, guest);
        if (request.getContentLengthLong() > limits.bytes()) {
            turnAway(request, response, guest, TOO_LARGE);
            return;
        }
        Body body = new Body(request, limits.bytes(), guest == Guest.PHONE ? null : memory);
        if (request.hasExpectation()) {
            response.action(ActionCode.ACK, ContinueResponseTiming.ALWAYS);
            request.setExpectation(false);
        }
        boolean announced = request.getContentLengthLong() >= 0;
        try {
            if (announced && body.takeAvailable()) {
                goOn(request, response, guest, body);
            } else {
                await(request, new Stay(guest, body, null), limits.deadline());
            }
        } catch (IOException gone) {
            body.release();
            request.action(ActionCode.CLOSE_NOW, gone);
        }
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        if (!(request.getNote(NOTE) instanceof Stay stay)) {
            return application.asyncDispatch(request, response, event);
        }
        request.setRequestThread();
        try {
            return switch (event) {
                case OPEN_READ -> somethingArrived(request, response, stay);
                case TIMEOUT -> timeIsUp(request, response, stay);
                default -> gone(request, stay);
            };
        } finally {
            request.clearRequestThread();
        }
    }

    /** Tomcat reuses its request for another connection, even when the first one has just vanished. */
    private static void forgetThePreviousOne(Request request) {
        Body.takeBack(request);
        if (request.getNote(NOTE) instanceof Stay previous) {
            previous.body().release();
            request.setNote(NOTE, null);
        }
    }

    private void await(Request request, Stay stay, Duration deadline) {
        request.setNote(NOTE, stay);
        request.setRequestThread();
        try {
            request.action(ActionCode.ASYNC_START, NoContext.INSTANCE);
            request.action(ActionCode.ASYNC_SETTIMEOUT, deadline.toMillis());
            request.setReadListener(stay.rest() == null ? stay.body() : stay.rest());
        } finally {
            request.clearRequestThread();
        }
    }

    private boolean somethingArrived(Request request, Response response, Stay stay) throws Exception {
        try {
            request.onDataAvailable();
        } catch (BadRequestException bad) {
            leave(request);
            return stay.rest() != null ? close(request) : finish(request, response, stay, BAD_REQUEST);
        } catch (IOException gone) {
            return gone(request, stay);
        }
        if (stay.rest() != null) {
            if (stay.rest().isOver()) {
                leave(request);
                return close(request);
            }
        } else if (stay.body().isComplete()
                || stay.body().isTooLarge()
                || stay.body().isWithoutRoom()) {
            leave(request);
            goOn(request, response, stay.guest(), stay.body());
        }
        return true;
    }

    private boolean timeIsUp(Request request, Response response, Stay stay) throws Exception {
        AtomicBoolean waiting = new AtomicBoolean();
        request.action(ActionCode.ASYNC_TIMEOUT, waiting);
        if (!waiting.get()) {
            return true;
        }
        leave(request);
        return stay.rest() != null ? close(request) : finish(request, response, stay, TOO_SLOW);
    }

    /** The connection has ended, or has been silent for too long. */
    private boolean gone(Request request, Stay stay) {
        stay.body().release();
        request.setNote(NOTE, null);
        request.action(ActionCode.ASYNC_COMPLETE, null);
        request.action(ActionCode.ASYNC_POST_PROCESS, null);
        return false;
    }

    /** From here on this is a request like any other. */
    private static void leave(Request request) {
        request.setNote(NOTE, null);
        request.action(ActionCode.ASYNC_DISPATCH, null);
        request.action(ActionCode.ASYNC_DISPATCHED, null);
        request.action(ActionCode.ASYNC_SETTIMEOUT, -1L);
    }

    private static boolean close(Request request) {
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        return true;
    }

    private void goOn(Request request, Response response, Guest guest, Body body) throws Exception {
        if (body.isTooLarge()) {
            turnAway(request, response, guest, TOO_LARGE);
        } else if (body.isWithoutRoom()) {
            turnAway(request, response, guest, BUSY);
        } else {
            try {
                body.handOver();
                entrance.admit(request, response, guest);
            } finally {
                body.release();
            }
        }
    }

    /** Answers, then lets the rest of the body arrive for a while. */
    private void turnAway(Request request, Response response, Guest guest, int status) throws Exception {
        withoutBody(request, status);
        entrance.admit(request, response, guest);
        AtomicBoolean failed = new AtomicBoolean();
        response.action(ActionCode.IS_ERROR, failed);
        if (!failed.get()) {
            Body nothing = new Body(request, 0, null);
            await(request, new Stay(guest, nothing, new Rest(request)), PATIENCE_WITH_THE_REST);
        }
    }

    private boolean finish(Request request, Response response, Stay stay, int status) throws Exception {
        stay.body().release();
        withoutBody(request, status);
        entrance.admit(request, response, stay.guest());
        return close(request);
    }

    private static void withoutBody(Request request, int status) {
        request.setAttribute(TurnedAway.ATTRIBUTE, status);
        request.setContentLength(0);
        request.getMimeHeaders().removeHeader("Content-Length");
        request.getMimeHeaders().removeHeader("Transfer-Encoding");
        request.getMimeHeaders().removeHeader("Content-Type");
        request.getMimeHeaders().removeHeader("Expect");
        request.setExpectation(false);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return application.prepare(request, response);
    }

    @Override
    public void log(Request request, Response response, long time) {
        application.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        application.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return application.getDomain();
    }
}
