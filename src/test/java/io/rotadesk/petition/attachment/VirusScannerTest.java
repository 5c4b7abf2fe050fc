package io.rotadesk.petition.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A file is kept only if clamd has nothing against it. */
class VirusScannerTest {

    private static final int PLENTY = 1_000_000;

    @Test
    void aCleanFileIsKeptAndAnInfectedOneIsNot() throws IOException {
        try (FakeClamd clamd = new FakeClamd(PLENTY)) {
            VirusScanner scanner = new VirusScanner(TestSettings.scanner(clamd.port()));
            assertThatCode(() -> scanner.check(new byte[300_000])).doesNotThrowAnyException();
            assertRefused(scanner, Pictures.text("%PDF-1.7 EICAR"), "infected");
        }
    }

    @Test
    void aFileThatIsTooLargeForTheScannerIsNotKept() throws IOException {
        try (FakeClamd clamd = new FakeClamd(1_000)) {
            assertRefused(new VirusScanner(TestSettings.scanner(clamd.port())), new byte[2_000_000], "scanner.down");
        }
    }

    @Test
    void nothingIsKeptWhileTheScannerIsAway() throws IOException {
        int closed;
        try (FakeClamd clamd = new FakeClamd(PLENTY)) {
            closed = clamd.port();
        }
        assertRefused(new VirusScanner(TestSettings.scanner(closed)), Pictures.pdf(), "scanner.down");
    }

    @Test
    void nothingIsKeptWhileTheScannerIsSilent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    new VirusScanner(TestSettings.scanner(silent.getLocalPort())), Pictures.pdf(), "scanner.down");
        }
    }

    @Test
    void nothingIsKeptWhileTheScannerTakesNothingIn() throws IOException {
        try (ServerSocket frozen = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            VirusScanner scanner = new VirusScanner(TestSettings.scanner(frozen.getLocalPort()));
            byte[] moreThanTheNetworkHolds = new byte[30_000_000];
            assertTimeoutPreemptively(
                    Duration.ofMinutes(1), () -> assertRefused(scanner, moreThanTheNetworkHolds, "scanner.down"));
        }
    }

    @Test
    void withoutASettingNobodyIsAsked() {
        assertThatCode(() -> new VirusScanner(TestSettings.usual()).check(Pictures.text("EICAR")))
                .doesNotThrowAnyException();
    }

    private static void assertRefused(VirusScanner scanner, byte[] content, String key) {
        assertThatThrownBy(() -> scanner.check(content))
                .isInstanceOfSatisfying(
                        AttachmentRefusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
