package io.rotadesk.platform.door;

import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The rest of a body that was refused as too large. It is read and thrown away for a while: if the connection were
 * closed at once, a client that is still sending would never see the answer.
 */
class Rest implements ReadListener, ApplicationBufferHandler {

    private static final long AT_MOST = 32L * 1024 * 1024;

    private final Request request;
    private long thrownAway;
    private ByteBuffer piece;

    Rest(Request request) {
        this.request = request;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!isOver() && request.isReady()) {
            if (request.doRead(this) > 0) {
                thrownAway += piece.remaining();
            }
        }
    }

    boolean isOver() {
        return thrownAway > AT_MOST || request.isFinished();
    }

    @Override
    public void onAllDataRead() {
        // It is seen by isOver().
    }

    @Override
    public void onError(Throwable failure) {
        // The waiting room is told as well.
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        piece = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return piece;
    }

    @Override
    public void expand(int size) {
        // The pieces come unchanged.
    }
}
