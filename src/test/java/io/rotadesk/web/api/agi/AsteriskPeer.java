package io.rotadesk.web.api.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asterisk's side of a connection. */
final class AsteriskPeer implements AutoCloseable {

    /** The id of its call. */
    static final String CALL = "1772413200.17";

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;
    private String unit;

    AsteriskPeer(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(5_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = socket.getOutputStream();
    }

    /** The command that rings a phone for three rings. */
    static String dial(String unit, String extension) {
        return "EXEC Dial PJSIP/" + extension + ",15,gU(rotadesk-answered^" + unit + "^" + CALL + "^" + extension + ")";
    }

    void says(String... lines) throws IOException {
        for (String line : lines) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    /** @param script the unit, and what it is about if it is no new call */
    AsteriskPeer calls(String script, String... arguments) throws IOException {
        unit = script.split("/")[0];
        says(
                "agi_network: yes",
                "agi_network_script: " + script,
                "agi_request: agi://127.0.0.1/" + script,
                "agi_channel: PJSIP/trunk-00000001",
                "agi_uniqueid: " + CALL,
                "agi_callerid: 13800000001",
                "agi_calleridname: unknown");
        for (int i = 0; i < arguments.length; i++) {
            says("agi_arg_" + (i + 1) + ": " + arguments[i]);
        }
        says("");
        return this;
    }

    void expects(String command, String... answer) throws IOException {
        assertThat(in.readLine()).isEqualTo(command);
        says(answer);
    }

    void dials(String extension, String status) throws IOException {
        expects(dial(unit, extension), "200 result=0");
        expects("GET VARIABLE DIALSTATUS", "200 result=1 (" + status + ")");
    }

    void ends(String result) throws IOException {
        expects("SET VARIABLE ROTADESK_RESULT " + result, "200 result=1");
        assertThat(in.readLine()).isNull();
    }

    /** The next line; null at the end of the connection. */
    String reads() throws IOException {
        return in.readLine();
    }

    /** The next sign; -1 at the end of the connection. */
    int readsSign() throws IOException {
        return in.read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
