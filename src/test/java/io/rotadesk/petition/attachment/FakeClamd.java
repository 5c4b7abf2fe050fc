package io.rotadesk.petition.attachment;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers as clamd does: it finds a virus wherever the word EICAR stands, and takes nothing beyond a limit. */
final class FakeClamd implements AutoCloseable {

    private static final String COMMAND = "zINSTREAM\0";

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final int limit;

    FakeClamd(int limit) throws IOException {
        this.limit = limit;
        Thread thread = new Thread(this::serve, "fake-clamd");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException ended) {
                // The next one, or none.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        String command = new String(in.readNBytes(COMMAND.length()), StandardCharsets.US_ASCII);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int length = command.equals(COMMAND) ? in.readInt() : 0;
        while (length > 0 && file.size() <= limit) {
            file.writeBytes(in.readNBytes(length));
            length = in.readInt();
        }
        String said = "stream: OK";
        if (!command.equals(COMMAND)) {
            said = "UNKNOWN COMMAND";
        } else if (file.size() > limit) {
            said = "INSTREAM size limit exceeded. ERROR";
        } else if (file.toString(StandardCharsets.ISO_8859_1).contains("EICAR")) {
            said = "stream: Eicar-Test-Signature FOUND";
        }
        socket.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
