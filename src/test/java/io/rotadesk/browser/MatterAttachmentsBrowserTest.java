package io.rotadesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.rotadesk.petition.attachment.Pictures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The responsible person puts photos and scans to a matter, at the desk and with a phone. */
@Tag("P2")
class MatterAttachmentsBrowserTest extends BrowserScenario {

    private static final String CENTRE = "qinghe";
    private static final String RESPONSIBLE = "hewen";
    private static final int MEGABYTE = 1024 * 1024;

    private final String matter = UUID.randomUUID().toString();
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void aMatter() {
        Timestamp now = Timestamp.from(clock.instant());
        database.sql("""
                        insert into matter (id, number, root_unit_id, unit_id, received_by, opened_at, received_at, responsible,
                            petitioner_name, purpose, state)
                        values (?, 'A-2', ?, ?, ?, ?, ?, ?, '司徒女士', '修路', 'RECEIVED')
                        """)
                .params(matter, CENTRE, CENTRE, CENTRE, now, now, RESPONSIBLE)
                .update();
        database.sql("insert into matter_unit (matter_id, unit_id, opened_at) values (?, ?, ?)")
                .params(matter, CENTRE, now)
                .update();
    }

    @AfterEach
    void theMatterIsGone() {
        for (String table : List.of("attachment", "matter_code", "matter_unit")) {
            database.sql("delete from " + table + " where matter_id = ?")
                    .param(matter)
                    .update();
        }
        database.sql("delete from matter where id = ?").param(matter).update();
    }

    @Test
    void photosAreChosenOrDroppedShownSmallAndRemoved() {
        Page page = deskOf(RESPONSIBLE, "/desk/matters/" + matter);
        page.onConsoleMessage(message -> complaints.add(message.text()));
        Locator shown = page.locator(".attachments > li");
        page.evaluate("window.loadedOnce = true");

        page.locator("#attachment-files").setInputFiles(new FilePayload[] {
            file("路面塌陷.png", Pictures.noisyPng(1600, 1200)), file("情况说明.pdf", Pictures.pdf())
        });
        assertThat(shown).hasCount(2);
        assertThat(page.locator(".sending .kept")).hasCount(2);
        assertThat(shown.first()).containsText("路面塌陷.png");
        Locator small = shown.first().locator("img");
        page.waitForCondition(() -> (Boolean) small.evaluate("image => image.complete && image.naturalWidth > 0"));
        assertThat(small.evaluate("image => image.naturalWidth")).isEqualTo(360);

        drop(page, "门口.jpg", Pictures.jpeg(900, 1200));
        assertThat(shown).hasCount(3);
        drop(page, "图.jpg", Pictures.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        assertThat(page.locator(".sending .refused")).containsText("只能附照片");
        assertThat(shown).hasCount(3);
        assertThat(page.evaluate("window.loadedOnce"))
                .as("without loading the page")
                .isEqualTo(true);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/attachments-1440.png"))
                .setFullPage(true));

        page.onDialog(Dialog::accept);
        shown.nth(2).locator("button").click();
        assertThat(page.locator("#attachments .notice.ok")).containsText("已移除：门口.jpg");
        assertThat(shown).hasCount(2);
        assertThat(page.locator("#attachments details")).containsText("已移除的 1 个");
        assertThat(complaints).noneMatch(text -> text.contains("Content Security Policy"));
    }

    /** Large files are made where they are sent from: as parts of Playwright's messages they would fill this program's memory. */
    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsSentAndAtTheDoor() throws IOException {
        Page page = deskOf(RESPONSIBLE, "/desk/matters/" + matter);
        page.evaluate(
                "(size) => { const chosen = new DataTransfer(); chosen.items.add(new File([new Uint8Array(size)], '大.pdf'));"
                        + " const field = document.querySelector('#attachment-files'); field.files = chosen.files;"
                        + " field.dispatchEvent(new Event('change', { bubbles: true })); }",
                16 * MEGABYTE);
        assertThat(page.locator(".sending .refused")).containsText("最大 15 MB");

        Object status = page.evaluate(
                "([size, address]) => { const form = new FormData();"
                        + " form.append('_csrf', document.querySelector('.attach-files input[name=_csrf]').value);"
                        + " form.append('files', new File([new Uint8Array(size)], '大.pdf'));"
                        + " return fetch(address, { method: 'POST', body: form,"
                        + " headers: { 'X-Requested-With': 'XMLHttpRequest' } }).then((answer) => answer.status); }",
                List.of(20 * MEGABYTE, address("/desk/matters/" + matter + "/attachments")));
        assertThat(status).isEqualTo(422);
        assertThat(atTheDoor(page, 34 * MEGABYTE)).isEqualTo(413);
        assertThat(page.locator(".attachments > li")).hasCount(0);
    }

    /** What is answered to somebody who says how large the body is that they are about to send. */
    private int atTheDoor(Page page, int bytes) throws IOException {
        URI upload = URI.create(address("/desk/matters/" + matter + "/attachments"));
        String cookies = page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        try (Socket socket = new Socket(upload.getHost(), upload.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("""
                    POST %s HTTP/1.1
                    Host: %s
                    Cookie: %s
                    Content-Type: multipart/form-data; boundary=x
                    Content-Length: %d

                    """.formatted(upload.getPath(), upload.getAuthority(), cookies, bytes)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(status.split(" ")[1]);
        }
    }

    @Test
    void aPhoneOffersItsCamera() {
        Page desk = deskOf(RESPONSIBLE, "/desk/matters/" + matter);
        assertThat(desk.locator("#attachment-camera")).isHidden();
        try (BrowserContext phone = desk.context()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("zh-CN")
                        .setViewportSize(390, 844)
                        .setIsMobile(true)
                        .setHasTouch(true))) {
            Page page = phone.newPage();
            page.navigate(address("/desk/matters/" + matter));
            logIn(page, RESPONSIBLE);
            Locator camera = page.locator("#attachment-camera");
            assertThat(page.locator(".camera")).isVisible();
            assertThat(camera).hasAttribute("capture", "environment");
            camera.setInputFiles(file("image.jpg", Pictures.jpegToBeTurned(1200, 900, 6)));
            assertThat(page.locator(".attachments > li")).hasCount(1);
            camera.setInputFiles(file("一个名字很长很长很长很长很长很长很长很长很长的文件.pdf", Pictures.pdf()));
            assertThat(page.locator(".attachments > li")).hasCount(2);
            page.setViewportSize(390, 1800);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/attachments-390.png")));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("nothing stands out")
                    .isLessThanOrEqualTo(390);
        }
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }

    /** Somebody pulls a file from another window onto the card. */
    private static void drop(Page page, String name, byte[] content) {
        JSHandle carried = page.evaluateHandle(
                "([name, content]) => { const carried = new DataTransfer();"
                        + " const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));"
                        + " carried.items.add(new File([bytes], name)); return carried; }",
                List.of(name, Base64.getEncoder().encodeToString(content)));
        for (String event : List.of("dragover", "drop")) {
            page.dispatchEvent("#attachments h2", event, Map.of("dataTransfer", carried));
        }
    }
}
