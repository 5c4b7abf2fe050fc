package io.rotadesk.staff.notice.channel;

import io.rotadesk.staff.notice.channel.RobotServer.Received;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** A gateway of text messages that takes what it is sent, and the outbox that sends it. */
public final class GatewayServer implements AutoCloseable {

    private final RobotServer server = new RobotServer();
    private final OutboxSender sender;

    public GatewayServer(ApplicationContext application) {
        this.sender = application.getBean(OutboxSender.class);
    }

    public String address() {
        return server.address().toString();
    }

    /** The next message is answered so. */
    public void answers(int status, String body) {
        server.answers(status, body);
    }

    /** Sends what is due, and what becomes due a moment later. */
    public void sendDue() {
        sender.sendDue();
    }

    /** The bodies of all messages, in order. */
    public List<String> bodies() {
        return server.received().stream().map(Received::body).toList();
    }

    /** Whether each message is signed. */
    public boolean isSigned() {
        return server.received().stream().allMatch(sent -> sent.headers().containsKey("X-rotadesk-signature"));
    }

    @Override
    public void close() {
        server.close();
    }
}
