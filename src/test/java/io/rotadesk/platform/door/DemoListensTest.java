package io.rotadesk.platform.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.RealTimeTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The application with its demo passwords, as seen from another computer. */
@RealTimeTest
class DemoListensTest {

    @LocalServerPort
    int port;

    @Test
    void nobodyElsesComputerReachesIt() throws IOException {
        connect(InetAddress.getByName("127.0.0.1"));
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (InetAddress address : outside) {
            assertThatThrownBy(() -> connect(address)).as(address.toString()).isInstanceOf(IOException.class);
        }
        // The whole of 127/8 is this computer, but only one address of it is listened on.
        assertThatThrownBy(() -> connect(InetAddress.getByName("127.0.0.2"))).isInstanceOf(IOException.class);
        assertThat(port).isPositive();
    }

    private void connect(InetAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
        }
    }
}
