package io.rotadesk.web.api.agi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens for dialplans, if it is switched on. Each call has a thread, which waits for the phone most of the time. */
@Component
class AgiServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AgiServer.class);
    private static final int BACKLOG = 50;

    private final AgiSettings settings;
    private final CallDesk desk;
    private final Clock clock;
    private final Semaphore free;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket server;
    private ExecutorService sessions;

    AgiServer(AgiSettings settings, CallDesk desk, Clock clock) {
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
        this.free = new Semaphore(Math.max(1, settings.connections()));
    }

    @Override
    public void start() {
        if (settings.port() > 0) {
            listen(settings.port());
        }
    }

    /** @param port 0 for any */
    void listen(int port) {
        try {
            ServerSocket socket = new ServerSocket(port, BACKLOG, InetAddress.getByName(settings.address()));
            sessions = Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "agi");
                thread.setDaemon(true);
                return thread;
            });
            server = socket;
            sessions.execute(() -> accept(socket));
            log.info("FastAGI on {}:{}", settings.address(), socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("FastAGI cannot listen on " + settings.address() + ":" + port, e);
        }
    }

    /** The port at which it listens. */
    int port() {
        return server.getLocalPort();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                take(socket.accept());
            } catch (IOException e) {
                log.debug("FastAGI: {}", e.getMessage());
            }
        }
    }

    private void take(Socket peer) {
        if (!free.tryAcquire()) {
            log.warn("More than {} calls over FastAGI: a dialplan goes on by itself", settings.connections());
            close(peer);
            return;
        }
        open.add(peer);
        sessions.execute(() -> serve(peer));
    }

    private void serve(Socket peer) {
        try (AgiLine line = new AgiLine(peer)) {
            peer.setKeepAlive(true);
            peer.setTcpNoDelay(true);
            new AgiSession(line, desk, settings, clock).run();
        } catch (IOException e) {
            log.debug("FastAGI: {}", e.getMessage());
        } finally {
            open.remove(peer);
            free.release();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("FastAGI: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        ServerSocket socket = server;
        server = null;
        if (socket == null) {
            return;
        }
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("FastAGI: {}", e.getMessage());
        }
        open.forEach(AgiServer::close);
        sessions.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
