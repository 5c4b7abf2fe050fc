package io.rotadesk.platform.door;

import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of a request, as much of it as has arrived. Reading never waits. */
class Body implements ReadListener, ApplicationBufferHandler {

    private static final int FIRST = 1024;

    private final Request request;
    private final int limit;
    private final Memory memory;
    private byte[] bytes = new byte[0];
    private int length;
    private long taken;
    private ByteBuffer piece;
    private boolean tooLarge;
    private boolean noRoom;

    /** @param memory null for a body that may always have the memory it needs */
    Body(Request request, int limit, Memory memory) {
        this.request = request;
        this.limit = limit;
        this.memory = memory;
    }

    /**
     * Takes the bytes that have arrived. Only for bodies whose length was announced: reading a chunked body would wait
     * within a chunk.
     *
     * @return whether the body is complete
     */
    boolean takeAvailable() throws IOException {
        while (goesOn() && !request.isFinished()) {
            request.action(ActionCode.AVAILABLE, Boolean.TRUE);
            if (request.getAvailable() <= 0) {
                return false;
            }
            takePiece();
        }
        return true;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (goesOn() && !request.isFinished() && request.isReady()) {
            takePiece();
        }
    }

    private void takePiece() throws IOException {
        int read = request.doRead(this);
        if (read > 0) {
            keep(piece);
        }
    }

    private void keep(ByteBuffer piece) {
        int more = piece.remaining();
        if (length + more > limit) {
            tooLarge = true;
            release();
        } else if (!makeRoom(length + more)) {
            noRoom = true;
            release();
        } else {
            piece.get(bytes, length, more);
            length += more;
        }
    }

    private boolean makeRoom(int wanted) {
        if (wanted <= bytes.length) {
            return true;
        }
        int size = Math.min(limit, Math.max(wanted, Math.max(FIRST, bytes.length * 2)));
        long beyond = Math.max(0, size - Memory.ALWAYS) - taken;
        if (memory != null && beyond > 0) {
            if (!memory.take(beyond)) {
                return false;
            }
            taken += beyond;
        }
        bytes = Arrays.copyOf(bytes, size);
        return true;
    }

    /**
     * Lets the application read it as if it came from the network just now. Tomcat's own filter for this loses the
     * beginning of the next request when both arrived together.
     */
    void handOver() {
        request.setContentLength(length);
        request.setInputBuffer(new Arrived(ByteBuffer.wrap(bytes, 0, length), request.getInputBuffer()));
    }

    /** Call it before the next request, whose body comes from the network again. */
    static void takeBack(Request request) {
        if (request.getInputBuffer() instanceof Arrived arrived) {
            request.setInputBuffer(arrived.network());
        }
    }

    private record Arrived(ByteBuffer left, InputBuffer network) implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler handler) {
            if (!left.hasRemaining()) {
                return -1;
            }
            handler.setByteBuffer(left.duplicate());
            int all = left.remaining();
            left.position(left.limit());
            return all;
        }

        @Override
        public int available() {
            return left.remaining();
        }
    }

    /** Call it when the request is over; calling it twice does no harm. */
    void release() {
        bytes = new byte[0];
        length = 0;
        if (memory != null) {
            memory.giveBack(taken);
        }
        taken = 0;
    }

    private boolean goesOn() {
        return !tooLarge && !noRoom;
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    boolean isWithoutRoom() {
        return noRoom;
    }

    boolean isComplete() {
        return goesOn() && request.isFinished();
    }

    @Override
    public void onAllDataRead() {
        // It is seen by isComplete().
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
