package io.rotadesk.petition.attachment;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks clamd about a file, by its command INSTREAM, where one is set. Without an answer a file is refused: what could not be looked at
 * is not kept.
 */
@Component
class VirusScanner {

    private static final Logger log = LoggerFactory.getLogger(VirusScanner.class);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

    private final AttachmentSettings settings;

    VirusScanner(AttachmentSettings settings) {
        this.settings = settings;
    }

    /** @throws AttachmentRefusal if it is infected, or the scanner does not say that it is not */
    void check(byte[] content) {
        if (!settings.hasScanner()) {
            return;
        }
        String answer;
        try {
            answer = ask(content);
        } catch (IOException e) {
            log.warn("The virus scanner at {} does not answer: {}", settings.scanner(), e.toString());
            throw new AttachmentRefusal("scanner.down");
        }
        if (answer.endsWith(" FOUND")) {
            log.warn("A file was refused, the virus scanner says: {}", answer);
            throw new AttachmentRefusal("infected");
        }
        if (!answer.endsWith(" OK")) {
            log.warn("The virus scanner at {} could not look at a file: {}", settings.scanner(), answer);
            throw new AttachmentRefusal("scanner.down");
        }
    }

    private String ask(byte[] content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(settings.scannerAddress(), CONNECT_MILLIS);
            endInTime(socket);
            try {
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                out.write(COMMAND);
                for (int from = 0; from < content.length; from += PIECE) {
                    int length = Math.min(PIECE, content.length - from);
                    out.writeInt(length);
                    out.write(content, from, length);
                }
                out.writeInt(0);
                out.flush();
            } catch (IOException e) {
                // It stops reading where a file is too large for it, and says so.
                log.debug("The virus scanner did not read all of a file", e);
            }
            return answer(socket.getInputStream());
        }
    }

    /** A limit for reads would not hold for what is written, nor for an answer that comes a byte at a time. */
    private void endInTime(Socket socket) {
        CompletableFuture.delayedExecutor(settings.scannerTime().toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    try {
                        socket.close();
                    } catch (IOException e) {
                        log.debug("The connection to the virus scanner is not closed", e);
                    }
                });
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int one = in.read();
        while (one > 0 && answer.size() < LONGEST_ANSWER) {
            answer.write(one);
            one = in.read();
        }
        return answer.toString(StandardCharsets.UTF_8).strip();
    }
}
