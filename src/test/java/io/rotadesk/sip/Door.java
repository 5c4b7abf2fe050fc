package io.rotadesk.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An address at which Rota Desk is reached, or is not: leads every connection to a server while it is open. */
final class Door implements AutoCloseable {

    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile ServerSocket open;

    Door() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = any.getLocalPort();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void leadsTo(int server) throws IOException {
        leadsNowhere();
        ServerSocket socket = open;
        run(() -> {
            while (!socket.isClosed()) {
                connect(socket.accept(), server);
            }
        });
    }

    /** A connection is made, and nothing is ever said. */
    void leadsNowhere() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        open = socket;
    }

    private void connect(Socket in, int server) throws IOException {
        Socket out = new Socket(InetAddress.getLoopbackAddress(), server);
        connections.add(in);
        connections.add(out);
        run(() -> pass(in, out));
        run(() -> pass(out, in));
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } finally {
            connections.remove(from);
            connections.remove(to);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // The door was shut, or one side is gone.
                    }
                },
                "door");
        thread.setDaemon(true);
        thread.start();
    }

    /** Nobody answers here any more; connections under way break. */
    @Override
    public void close() {
        try {
            if (open != null) {
                open.close();
            }
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
