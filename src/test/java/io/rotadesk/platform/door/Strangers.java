package io.rotadesk.platform.door;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Many connections that each begin a request and then send a byte of it from time to time; they read no answer. */
final class Strangers implements AutoCloseable {

    private static final int DRIP_MILLIS = 400;

    private final List<Socket> connections = new ArrayList<>();
    private final Thread dripping;
    private volatile boolean over;

    /**
     * @param beginning the text that each sends at once
     * @param drip the text that it then sends byte by byte; empty for one that falls silent
     */
    Strangers(int port, int number, String beginning, String drip) throws IOException {
        byte[] first = beginning.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < number; i++) {
            Socket connection = new Socket();
            connection.setReceiveBufferSize(2048);
            connection.connect(new InetSocketAddress("127.0.0.1", port), 10_000);
            connections.add(connection);
        }
        // A connection that does not read may not be able to send everything, so each has a thread of its own.
        for (Socket connection : connections) {
            Thread sending = new Thread(() -> send(connection, first), "stranger");
            sending.setDaemon(true);
            sending.start();
        }
        byte[] bytes = drip.getBytes(StandardCharsets.ISO_8859_1);
        dripping = new Thread(() -> drip(bytes), "strangers");
        dripping.setDaemon(true);
        dripping.start();
    }

    private static void send(Socket connection, byte[] bytes) {
        try {
            connection.getOutputStream().write(bytes);
            connection.getOutputStream().flush();
        } catch (IOException thrownOut) {
            // The connection should end in this way.
        }
    }

    private void drip(byte[] bytes) {
        for (int i = 0; !over && bytes.length > 0; i++) {
            for (Socket connection : connections) {
                send(connection, new byte[] {bytes[i % bytes.length]});
            }
            try {
                TimeUnit.MILLISECONDS.sleep(DRIP_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** @return how many connections the application has ended by now, whatever it answered before */
    int thrownOut() throws IOException {
        int ended = 0;
        for (Socket connection : connections) {
            connection.setSoTimeout(1);
            try {
                InputStream answer = connection.getInputStream();
                while (answer.read() >= 0) {
                    // Whatever the answer is.
                }
                ended++;
            } catch (java.net.SocketTimeoutException stillOpen) {
                // Not for this connection.
            } catch (IOException reset) {
                ended++;
            }
        }
        return ended;
    }

    @Override
    public void close() throws IOException {
        over = true;
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
